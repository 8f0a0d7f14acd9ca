import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Random } from '../src/main/pdf/test/random-brief.test-helper.ts'
import { TAMPERERS } from '../src/main/pdf/test/tamper.test-helper.ts'

type Tampered = NonNullable<Awaited<ReturnType<(typeof TAMPERERS)[keyof typeof TAMPERERS]>>>

const TURNS = 2
const kinds = Object.entries(TAMPERERS)

/** How other programs save a PDF anew without changing what its proof binds. */
export const SAVINGS: readonly (readonly string[])[] = [
  ['qpdf'],
  ['qpdf', '--linearize'],
  ['qpdf', '--object-streams=generate'],
  ['qpdf', '--qdf'],
  ['qpdf', '--linearize', '--object-streams=generate'],
  ['qpdf', '--recompress-flate', '--compression-level=1'],
  ['qpdf', '--stream-data=uncompress'],
  ['mutool', 'clean'],
  ['mutool', 'clean', '-gggg', '-z'],
  ['mutool', 'clean', '-d']
]

/** A PDF, tampered with in two ways of those that it allows; which, follows from the seed. */
export async function turnsOf(bytes: Uint8Array, seed: number): Promise<{ kind: string; tampered: Tampered }[]> {
  const turns: { kind: string; tampered: Tampered }[] = []
  for (let i = 0; i < kinds.length && turns.length < TURNS; i++) {
    const [kind, tamper] = kinds[(seed * TURNS + turns.length + i) % kinds.length]!
    const tampered = await tamper(bytes, new Random(seed))
    if (tampered) turns.push({ kind, tampered })
  }
  return turns
}

/** A PDF as another program saves it. */
export function savedBy([program, ...args]: readonly string[], bytes: Uint8Array): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-saved-'))
  try {
    const [from, to] = [join(folder, 'from.pdf'), join(folder, 'to.pdf')]
    writeFileSync(from, bytes)
    execFileSync(program!, [...args, from, to], { stdio: 'ignore' })
    return new Uint8Array(readFileSync(to))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
