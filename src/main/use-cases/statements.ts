import type { CaseReport } from '../../shared/brief/check.ts'
import { checkBrief } from '../../shared/brief/check-brief.ts'
import { blockText, walkBlocks } from '../../shared/brief/walk.ts'
import type { OpenCase } from './open-case.ts'

/** How many statements the case's briefs make, and those that nothing supports. */
export async function checkStatements(open: OpenCase): Promise<CaseReport['statements']> {
  const statements: CaseReport['statements'] = { checked: 0, unsupported: [] }
  for (const brief of open.store.briefs()) {
    if (brief.deletedAt !== null) continue
    for (const { node } of walkBlocks(brief.doc)) {
      if (node.type === 'statement' && blockText(node).trim() !== '') statements.checked++
    }
    const { findings } = checkBrief(brief.doc, await open.lookupFor(brief))
    for (const { code, nodeId, section, excerpt } of findings) {
      if (code !== 'unsupported-statement' || nodeId === null) continue
      statements.unsupported.push({ brief: brief.id, blockId: nodeId, section, excerpt })
    }
  }
  return statements
}
