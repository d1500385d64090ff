import Alignment

/// How texts are aligned.
package struct AlignOptions: Sendable {
  /// The most sentences a bead may have, both sides together; 2 or more.
  package var maximumBead: Int

  package init(maximumBead: Int = 10) { self.maximumBead = maximumBead }
}

/// Is told how far an alignment has come: what is being done, how much of it is done, of how much.
///
/// It is called from any thread.
package typealias AlignProgress = @Sendable (_ phase: AlignPhase, _ done: Int, _ total: Int) -> Void
