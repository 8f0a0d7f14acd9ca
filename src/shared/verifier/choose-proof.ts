import { DossierError } from '../errors/errors.ts'
import { PROOF_NAME } from '../composition/summary.ts'
import { sameBytes } from '../pdf/bytes.ts'
import type { FoundByOthers } from './others.ts'
import type { ReadProof } from './read-proof.ts'
import { printedFingerprints, type Shown } from './shown.ts'
import type { FileParts } from './verify-file.ts'
import { say, sentences, type Said } from '../wording/say.ts'

/** The proof that is checked, and the dictionary of its stream where our reader found it. */
export function chooseProof(
  parts: FileParts | null,
  others: FoundByOthers | null,
  problems: Said[]
): Omit<FileParts['proofs'][number], 'stream'> & { stream: FileParts['proofs'][number]['stream'] | null } {
  const seen = others?.attachments.filter(({ name }) => name === PROOF_NAME) ?? null
  const candidates = parts?.proofs ?? seen?.map(({ bytes }) => ({ bytes, stream: null, dates: [] })) ?? []
  const [chosen] = candidates
  if (!chosen) {
    // Where another program reads it, what is unlike an export says nothing about a PDF that may never have been one.
    const more = others
      ? [
          say(
            'Printing a PDF anew, or saving it in another program, may take it out. If it was made with Dossier, ask for the PDF as it was exported.'
          )
        ]
      : problems
    throw new DossierError(
      'not-a-proof',
      sentences(
        say(
          'This PDF carries no proof of its quotes: it wasn’t exported by Dossier, or the proof was taken out of it.'
        ),
        ...more
      )
    )
  }
  if (candidates.length > 1) {
    problems.push(
      say('The PDF carries {1#} proofs, though an export has one; the first was checked.', candidates.length)
    )
  }
  if (seen && !seen.some(({ bytes }) => sameBytes(bytes, chosen.bytes))) {
    problems.push(say('Programs find different proofs in this PDF: its attachments were changed.'))
  }
  return chosen
}

/** A proof may not be judged by less than the rest of the file asks for: its properties, its print, the proof's own members. */
export function checkVersion(
  { version, later }: ReadProof,
  parts: FileParts | null,
  shown: Shown,
  problems: Said[]
): void {
  const asked = [version]
  const properties = parts?.version ?? null
  if (properties !== null && Number(properties) >= 1) asked.push(Number(properties))
  if (parts?.fingerprint) asked.push(2)
  for (const { version: printed } of printedFingerprints(shown)) asked.push(printed)
  if (later.length > 0) asked.push(version + 1)
  const most = Math.max(...asked)
  if (most > version) {
    problems.push(
      say(
        'The proof calls itself version {1#}, but the PDF was exported with a later one: it was changed, so that less of the PDF is checked. Ask for the PDF as it was exported.',
        version
      )
    )
  } else if (parts && version >= 3 && properties !== String(version)) {
    problems.push(say('The properties of the PDF don’t give the version of its proof: they were changed.'))
  }
}
