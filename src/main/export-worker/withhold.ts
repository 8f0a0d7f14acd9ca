import { decideNear, type NearForm } from '../../shared/brief/withheld.ts'
import type { ExportFormat } from '../../shared/composition/export-formats.ts'
import type { ExportInput } from '../../shared/composition/input.ts'
import { nearForms } from '../../shared/redaction/near.ts'
import { placeOfSecret } from '../../shared/redaction/places.ts'
import type { HeldOriginals } from '../../shared/redaction/plan.ts'
import { redact, toBeSearched, type Secret } from '../../shared/redaction/redact.ts'
import { reportRedaction } from '../../shared/redaction/report.ts'
import { refuseTellingNames } from '../redaction/names.ts'
import { heldOriginals, type Original } from '../redaction/originals.ts'
import { scanForLeaks } from '../redaction/scan.ts'
import type { ExportJob, ExportServices, Hidden } from './job.ts'

/** The input of a redacted export, and what its files must not hold. */
interface Withheld {
  input: ExportInput
  secrets: Secret[]
  hidden: Hidden
}

/**
 * Takes what is withheld out of an input; or answers what is like it and isn't decided.
 * @throws DossierError `leak` when the name of a file tells what is withheld
 */
export async function withhold(
  { input, names, acceptNear }: Pick<ExportJob, 'input' | 'names' | 'acceptNear'>,
  services: ExportServices
): Promise<Withheld | { near: NearForm[] }> {
  const near = nearForms(input)
  if (near.length > 0 && !acceptNear) return { near }
  refuseTellingNames(input, names, acceptNear)
  const withheld = near.reduce((list, each) => decideNear(list, each, false), input.brief.withheld)
  const decided = { ...input, brief: { ...input.brief, withheld } }
  const hidden = { report: reportRedaction(input), near }
  return { ...redact(decided, await searchOriginals(decided, services)), hidden }
}

/** Searches the stored files of the sources whose hashes an export would tell, one at a time. */
async function searchOriginals(input: ExportInput, { original }: ExportServices): Promise<HeldOriginals> {
  const { secrets, sourceIds } = toBeSearched(input)
  const held = new Map<string, string | null>()
  if (secrets.length === 0) return held
  const originals = async function* (): AsyncGenerator<Original> {
    for (const sourceId of sourceIds) {
      const bytes = await original(sourceId)
      if (bytes !== null) yield { sourceId, bytes }
      // What can't be searched isn't told of.
      else held.set(sourceId, null)
    }
  }
  for (const { sourceId, about } of await heldOriginals(originals(), secrets)) held.set(sourceId, about)
  return held
}

/**
 * Searches a finished redacted export for what is withheld.
 * @throws DossierError `leak` when it holds any, with its place in the brief
 */
export function refuseLeak(
  bytes: Uint8Array,
  { scanned, file }: ExportFormat,
  { input, secrets }: Withheld
): Promise<void> {
  return scanForLeaks(bytes, secrets, scanned, file, (about) => placeOfSecret(input, secrets, about))
}
