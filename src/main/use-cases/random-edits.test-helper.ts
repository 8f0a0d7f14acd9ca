import { markTitle } from '../../shared/case/records/mark.ts'
import { DossierError } from '../../shared/errors/errors.ts'
import type { Workspace } from '../workspace.ts'
import { newSource } from '../store/made.test-helper.ts'
import type { Seeded } from '../store/seeded.test-helper.ts'

const TEXT =
  'The harbour board kept the memo. The ferry sank in March. Nobody was told of it. The clerk said so twice, and later once more.'
export const SOURCES = ['aa-1', 'bb-2', 'cc-3', 'dd-4', 'ee-5', 'ff-6']

/** Makes a case with sources and briefs, to be edited at random. */
export async function makeCase(workspace: Workspace, path: string): Promise<void> {
  await workspace.handlers['case.create']({ path, title: 'Ferry', tlp: 'TLP:AMBER' })
  for (const id of SOURCES) {
    const made = newSource(id, 'S1', `${TEXT} ${id}`)
    await workspace
      .opened()
      .store.importSource(made.source.original.sha256, (key) => ({ ...made, source: { ...made.source, key } }))
  }
  for (const title of ['Memo', 'Ferry'])
    await workspace.handlers['brief.create']({ title, author: '', template: 'blank' })
}

/** What a case says, without times and the ids that were made at random. */
export async function stateOf(workspace: Workspace): Promise<Record<string, string>> {
  const open = workspace.opened()
  const state: Record<string, string> = {}
  for (const id of SOURCES) {
    const { source, quotes } = await open.source(id)
    const { metadata, tlp, tags, note, deletedAt } = source
    const inUse = quotes.filter((quote) => quote.deletedAt === null)
    state[id] = JSON.stringify({
      values: Object.entries(metadata).map(([field, { value, confirmed }]) => [field, value, confirmed]),
      tlp,
      tags,
      note,
      deleted: deletedAt !== null,
      quotes: inUse.map(({ key, target: { start, end }, ...said }) => [
        key,
        start,
        end,
        said.speaker,
        said.note,
        said.tags
      ])
    })
  }
  for (const { sourceId, target, colour, note, tags } of open.codebook.marks(null))
    state[`mark ${sourceId} ${target.start} ${target.end}`] = JSON.stringify({
      ...{ title: markTitle({ target }), colour, note },
      tags: tags.map((id) => open.codebook.codebook.byId(id)?.name).sort()
    })
  // A tag that has only a name is what sources and quotes say of it, which is told of these.
  for (const { name, parent, record } of open.codebook.codebook.tags)
    if (record)
      state[`tag ${name}`] = JSON.stringify({
        parent: parent && open.codebook.codebook.byId(parent)?.name,
        record: [record.colour, record.description, record.formerNames]
      })
  for (const [i, { deletedAt, withheld }] of open.store.briefs().entries())
    state[`brief ${i}`] = JSON.stringify({ deleted: deletedAt !== null, withheld })
  return state
}

export type Step = 'edit' | 'undo' | 'redo'

/** One edit, undo or redo of a user, chosen at random. Answers which of them it was, and null where there was nothing to do. */
export async function randomStep(workspace: Workspace, random: Seeded): Promise<Step | null> {
  const { handlers } = workspace
  const open = workspace.opened()
  const roll = random.next()
  if (roll < 0.25) return (await handlers['history.undo']({})).did === null ? null : 'undo'
  if (roll < 0.4) return (await handlers['history.redo']({})).did === null ? null : 'redo'
  const before = open.edits.history.done
  const id = random.pick(SOURCES)
  const several = SOURCES.filter(() => random.chance(0.5))
  const many = several.length === 0 ? [id] : several
  const { quotes } = await open.source(id)
  const quote = quotes.length === 0 ? undefined : random.pick(quotes)
  const brief = random.pick(open.store.briefs())
  const word = `word${random.below(5)}`
  const tagIds = open.codebook.codebook.tags.map((tag) => tag.id)
  const tags = tagIds.filter(() => random.chance(0.4))
  const marks = open.codebook.marks(null)
  const mark = marks.length === 0 ? undefined : random.pick(marks)
  const [tag, other] = tagIds.length === 0 ? [] : [random.pick(tagIds), random.pick(tagIds)]
  const edits: (() => Promise<unknown>)[] = [
    () => {
      const start = random.below(TEXT.length - 12)
      return handlers['quote.create']({ sourceId: id, start, end: start + 6 + random.below(6) })
    },
    async () => quote && handlers['quote.update']({ id: quote.id, speaker: word, note: word, tags: [] }),
    async () => quote?.deletedAt === null && handlers['quote.delete']({ id: quote.id }),
    async () => quote && quote.deletedAt !== null && handlers['quote.restore']({ id: quote.id }),
    () => {
      const start = random.below(TEXT.length - 12)
      return handlers['mark.create']({ sourceId: id, start, end: start + 9, colour: 'blue', tags })
    },
    async () => mark && handlers['mark.update']({ id: mark.id, note: word, colour: 'pink', tags }),
    async () => mark && handlers['mark.delete']({ ids: [mark.id] }),
    () =>
      handlers['tag.give']({
        ...{ marks: mark ? [mark.id] : [], quotes: quote?.deletedAt === null ? [quote.id] : [], sources: [] },
        ...{ add: tags, remove: tag === undefined || tags.includes(tag) ? [] : [tag] }
      }),
    () =>
      allowed(() => handlers['tag.create']({ name: word, colour: '#1f6f8b', description: '', parent: tag ?? null })),
    async () => tag !== undefined && allowed(() => handlers['tag.update']({ id: tag, name: `${word} anew` })),
    async () => tag !== undefined && allowed(() => handlers['tag.update']({ id: tag, parent: other ?? null })),
    async () =>
      tag !== undefined && other !== undefined && allowed(() => handlers['tag.merge']({ ids: [tag], into: other })),
    async () => tag !== undefined && handlers['tag.delete']({ id: tag }),
    () => handlers['source.update']({ id, metadata: { title: word }, note: word }),
    () => handlers['source.updateMany']({ ids: many, metadata: { publisher: word }, addTags: [word], removeTags: [] }),
    () => handlers['source.confirm']({ ids: many }),
    () => handlers['source.delete']({ ids: many }),
    () => handlers['source.restore']({ ids: many }),
    () => (brief.deletedAt === null ? handlers['brief.delete'](brief) : handlers['brief.restore'](brief)),
    async () =>
      brief.deletedAt === null &&
      handlers['brief.withhold']({
        briefId: brief.id,
        withheld: [{ kind: 'words', id: word, terms: [word], reason: 'P' }]
      })
  ]
  await random.pick(edits)()
  return open.edits.history.done === before ? null : 'edit'
}

/** What may be refused for what the case is like by then, such as a name that is taken. */
async function allowed(work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof DossierError) || error.code !== 'bad-request') throw error
  }
}
