import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Brief, Statement } from '../src/shared/brief/brief.ts'
import { CaseStore } from '../src/main/store/case-store.ts'
import { OpenCase } from '../src/main/use-cases/open-case.ts'
import { makeCase } from './made-case.ts'

/** CPU time of this process in milliseconds. */
const cpuMs = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/**
 * What it costs to look again at a statement as it's being written, in a case of so many sources with a brief of so many statements: CPU time of each look in
 * milliseconds, in order of size. The first look at the case, which reads its sources, isn't counted.
 */
export async function recheck(sources: number, statements: number, looks: number): Promise<number[]> {
  const folder = await mkdtemp(join(tmpdir(), 'recheck-'))
  try {
    makeCase(join(folder, 'case'), sources)
    const store = await CaseStore.open(join(folder, 'case'), { userData: join(folder, 'user'), now: () => new Date() })
    const open = new OpenCase(store)
    const ids = await store.sourceIds()
    const statement = (n: number, text: string): Statement => ({
      type: 'statement',
      attrs: { id: `statement-${n}`, kind: 'fact', likelihood: null, confidence: null },
      content: [
        { type: 'text', text },
        ...[0, 1, 2].map((more) => ({
          type: 'citation' as const,
          attrs: {
            ...{ quoteId: null, label: null, relation: 'supports' as const, locator: null },
            sourceId: ids[(n + more) % ids.length]!
          }
        }))
      ]
    })
    const texts = Array.from(
      { length: statements },
      (_, n) => `The memo was withheld for ${n} days by the ferry board. `
    )
    const brief: Brief = {
      ...{ id: 'brief', title: 'Memo', author: '', date: '2031-10-01', tlp: 'TLP:AMBER', language: 'en' },
      ...{ template: 'blank', createdAt: '2031-10-01T00:00:00.000Z', withheld: [], deletedAt: null },
      doc: {
        type: 'doc',
        content: [
          {
            type: 'section',
            attrs: { id: 'section' },
            content: [{ type: 'sectionTitle' }, ...texts.map((text, n) => statement(n, text))]
          }
        ]
      }
    }
    await store.addBrief(brief)
    await open.analysis.lint(brief.id)
    const costs: number[] = []
    for (let n = 0; n < looks; n++) {
      const before = cpuMs()
      const at = n % statements
      await open.analysis.lintStatement(brief.id, statement(at, `${texts[at]!}On Friday ${n} more were told. `))
      costs.push(cpuMs() - before)
    }
    await open.readings.close()
    await store.close()
    return costs.sort((a, b) => a - b)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
