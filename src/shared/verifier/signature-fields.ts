/** What a signature within a PDF says of itself. */
export interface SignatureFields {
  /** ISO 8601, UTC, to the second: the signer’s clock. */
  signedAt: string
  /** Empty where nothing is said. */
  name: string
  reason: string
  place: string
  /** Whether it shows itself in the frame that the export has for it. */
  visible: boolean
}
