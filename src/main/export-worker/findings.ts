import type { Brief } from '../../shared/brief/brief.ts'
import type { Finding } from '../../shared/brief/check.ts'
import { blockText, walkBlocks } from '../../shared/brief/walk.ts'
import type { ExportInput } from '../../shared/composition/input.ts'
import { printedTexts } from '../../shared/composition/printed-texts.ts'
import type { Manuscript } from '../exports/format.ts'
import { CERTAIN } from '../pdf/typeset/faces.ts'
import type { Uncovered } from '../pdf/typeset/uncovered.ts'

/** What the check of a brief found, and what only an export shows: characters that no font here has. */
export async function findingsOf({ brief, check }: ExportInput, manuscript: Manuscript): Promise<Finding[]> {
  const doubtful = printedTexts(manuscript.proven.blocks).filter(({ text }) => !CERTAIN.test(text))
  if (doubtful.length === 0) return check.findings
  // Reads fonts, with what reads them.
  const { uncovered } = await import('../pdf/typeset/uncovered.ts')
  return [...check.findings, ...uncovered(doubtful, brief.language).map((each) => uncoveredFinding(each, brief))]
}

function uncoveredFinding({ character, codePoint, count, where }: Uncovered, brief: Brief): Finding {
  const code = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
  const placed = [...walkBlocks(brief.doc)].find(({ node }) => blockText(node).includes(character))
  const often = count === 1 ? 'it is' : `its ${count} uses are`
  return {
    code: 'uncovered-character',
    nodeId: placed?.node.attrs.id ?? null,
    section: where,
    excerpt: character,
    message: `No font here has ${code} (${character}); ${often} printed as [${code}].`
  }
}
