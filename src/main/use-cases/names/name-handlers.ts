import type { NamePassage } from '../../../shared/analysis/entities/answer.ts'
import {
  claimsOf,
  mergedClaims,
  partedClaims,
  saysNothing,
  type Entity,
  type NameClaim
} from '../../../shared/analysis/entities/rulings.ts'
import type { Emit, RequestName } from '../../../shared/api/contract.ts'
import type { EditAction } from '../../../shared/case/history/history.ts'
import { NAME_RULING, type NameRuling } from '../../../shared/case/records/name-ruling.ts'
import { DossierError } from '../../../shared/errors/errors.ts'
import { pointsOf, type CountPoints } from '../../../shared/quote/position.ts'
import { snippetOf } from '../../../shared/search/snippet.ts'
import { locatorOf } from '../../../shared/source/locator.ts'
import type { SourceText } from '../../../shared/source/source.ts'
import { orNothing } from '../analysis/case-reports.ts'
import type { Handlers } from '../handlers.ts'
import type { OpenCase } from '../open-case.ts'
import type { ClockAndIds } from '../quotes.ts'
import { formRows, perhapsSame, rowOf, wantedOf } from './name-list.ts'

/** The requests that tell whom and what the sources of a case name, and keep what the analyst says of it. */
export function nameHandlers(
  opened: () => OpenCase,
  emit: Emit,
  clockAndIds: ClockAndIds
): Pick<Handlers, Extract<RequestName, `names.${string}`>> {
  /** Does one edit that can be undone. `work` answers the id of the entry that it leaves. */
  const edited = async (
    open: OpenCase,
    { action, entities }: { action: EditAction; entities: readonly Entity[] },
    work: () => Promise<string>
  ): Promise<{ id: string }> => {
    const subjects = entities.map(({ name }) => `“${name}”`)
    const id = await open.edits.as({ action, subjects }, work)
    emit('names.changed', {})
    return { id }
  }
  return {
    'names.list': async ({ dismissed, ...wanted }) => {
      const { entities, read, total } = await opened().names.soFar()
      const counts = { person: 0, organisation: 0, place: 0, dismissed: 0 }
      for (const entity of entities) counts[entity.dismissed ? 'dismissed' : entity.kind]++
      const entries = wantedOf(entities, wanted).filter((entity) => entity.dismissed === dismissed)
      return { read, total, counts, entries: entries.map(rowOf) }
    },
    'names.get': async ({ id }) => {
      const open = opened()
      const { entities } = await open.names.soFar()
      const entity = entityIn(entities, id)
      return {
        entry: rowOf(entity),
        dismissed: entity.dismissed,
        forms: formRows(entity),
        sources: sourcesOf(open, entity),
        perhaps: perhapsSame(entity, entities).map(rowOf)
      }
    },
    'names.passages': async ({ id, limit }) => {
      const open = opened()
      const entity = entityIn((await open.names.soFar()).entities, id)
      return { total: entity.count, passages: await passagesOf(open, entity, limit) }
    },
    'names.merge': async ({ ids, into }) => {
      const open = opened()
      const { entities } = await open.names.soFar()
      const kept = entityIn(entities, into)
      const gone = [...new Set(ids)].map((id) => entityIn(entities, id)).filter((entity) => entity !== kept)
      if (gone.length === 0)
        throw new DossierError('bad-request', 'A name can’t be merged with itself. Nothing was changed.')
      return edited(open, { action: 'name-merged', entities: gone }, () => {
        const claims = mergedClaims([kept, ...gone])
        const { name, kind } = kept
        // Parts of one name are that name again, of which nothing has to be said.
        const said = saysNothing(claims) && kept.rulings.length === 0 ? {} : { name, kind }
        return rule(open, [kept, ...gone], { claims, dismissed: false, ...said }, clockAndIds)
      })
    },
    'names.divide': async ({ id, name, ...parting }) => {
      const open = opened()
      const entity = entityIn((await open.names.soFar()).entities, id)
      const parts = parting.forms.length + parting.sourceIds.length === 0 ? null : partedClaims(entity, parting)
      if (!parts)
        throw new DossierError(
          'bad-request',
          `Choose some of the forms or sources of “${entity.name}”, and leave some. Nothing was changed.`
        )
      return edited(open, { action: 'name-divided', entities: [entity] }, async () => {
        if (entity.rulings.length > 0) await rule(open, [entity], { claims: parts.stay }, clockAndIds)
        const parted = { rulings: [], dismissed: false }
        return rule(open, [parted], { claims: parts.go, name }, clockAndIds)
      })
    },
    'names.update': async ({ id, name, kind }) => {
      const open = opened()
      const entity = entityIn((await open.names.soFar()).entities, id)
      return edited(open, { action: 'name-changed', entities: [entity] }, () =>
        rule(
          open,
          [entity],
          { claims: claimsOf(entity), ...(name !== undefined && { name }), ...(kind !== undefined && { kind }) },
          clockAndIds
        )
      )
    },
    'names.dismiss': async ({ ids, dismissed }) => {
      const open = opened()
      const { entities } = await open.names.soFar()
      const chosen = [...new Set(ids)].map((id) => entityIn(entities, id))
      const action = dismissed ? 'name-dismissed' : 'name-returned'
      await edited(open, { action, entities: chosen }, async () => {
        const ruled = chosen.filter(({ rulings }) => rulings.length > 0)
        for (const entity of ruled) await rule(open, [entity], { claims: claimsOf(entity), dismissed }, clockAndIds)
        const found = dismissed ? chosen.filter(({ rulings }) => rulings.length === 0) : []
        const said = { name: null, kind: null, dismissed, createdAt: clockAndIds.now().toISOString() }
        await open.edits.addRecords(
          NAME_RULING,
          found.map((entity) => ({ id: clockAndIds.newId(), claims: claimsOf(entity), ...said }))
        )
        return ''
      })
      return {}
    },
    'names.entries': async (wanted) => {
      const open = opened()
      const entities = wantedOf(await open.names.all(), wanted).filter(({ dismissed }) => !dismissed)
      const texts = new Map<string, { text: string; points: CountPoints }>()
      for (const id of new Set(entities.flatMap(({ occurrences }) => occurrences.map(({ source }) => source.id)))) {
        const { text } = (await open.store.storedText(id)).text
        texts.set(id, { text, points: pointsOf(text) })
      }
      return {
        entries: entities.map((entity) => {
          const { also, ...row } = rowOf(entity)
          void also
          return {
            ...row,
            aliases: formRows(entity).map(({ form, ...alias }) => (void form, alias)),
            passages: placesOf(entity).map(({ source, start, end }) => {
              const { text, points } = texts.get(source.id)!
              return { source: source.key, start: points(start), end: points(end), exact: text.slice(start, end) }
            })
          }
        })
      }
    }
  }
}

/** @throws DossierError `not-found` */
function entityIn(entities: readonly Entity[], id: string): Entity {
  // One that was ruled on since it was shown is found by what it was called then.
  const found =
    entities.find((entity) => entity.id === id) ??
    entities.find(({ rulings }) => rulings.some((ruling) => ruling.id === id))
  if (!found) throw new DossierError('not-found', 'This name is no longer in the list as it was. Nothing was changed.')
  return found
}

/**
 * Says something of what is one entry from now on, in place of all that was said of these: of the first what isn't said anew stands. Nothing is kept that says no more than
 * what is found anyway. Answers the entry's id.
 */
async function rule(
  open: OpenCase,
  [first, ...others]: readonly Pick<Entity, 'rulings' | 'dismissed'>[],
  said: { claims: NameClaim[] } & Partial<Pick<NameRuling, 'name' | 'kind' | 'dismissed'>>,
  { now, newId }: ClockAndIds
): Promise<string> {
  const known = first!.rulings
  const stands = {
    name: known.find(({ name }) => name !== null)?.name ?? null,
    kind: known.find(({ kind }) => kind !== null)?.kind ?? null,
    dismissed: first!.dismissed
  }
  const ruling = { ...stands, ...said }
  const isPlain = saysNothing(ruling.claims) && ruling.name === null && ruling.kind === null && !ruling.dismissed
  const [kept, ...doubled] = known
  const gone = [...doubled, ...others.flatMap(({ rulings }) => rulings), ...(kept && isPlain ? [kept] : [])]
  for (const { id } of gone) await open.edits.removeRecord(NAME_RULING, id)
  if (isPlain) return ruling.claims[0]?.group ?? ''
  if (kept) {
    await open.edits.updateRecord(NAME_RULING, kept.id, (before) => ({ ...before, ...ruling }))
    return kept.id
  }
  const made: NameRuling = { id: newId(), ...ruling, createdAt: now().toISOString() }
  await open.edits.addRecords(NAME_RULING, [made])
  return made.id
}

function sourcesOf({ store }: OpenCase, { occurrences }: Entity) {
  const rows = new Map(store.catalogue.rows().map((row) => [row.id, row]))
  const counts = new Map<string, number>()
  for (const { source, at } of occurrences) counts.set(source.id, (counts.get(source.id) ?? 0) + at.length / 2)
  return [...counts].flatMap(([id, count]) => {
    const row = rows.get(id)
    return row ? [{ id, key: row.key, title: row.title, count }] : []
  })
}

/** The places of an entry, by source and in the order of the text. */
function placesOf({ occurrences }: Entity) {
  const bySource = new Map<string, { source: Entity['occurrences'][number]['source']; start: number; end: number }[]>()
  for (const { source, at } of occurrences) {
    const places = bySource.get(source.id) ?? []
    for (let i = 0; i < at.length; i += 2) places.push({ source, start: at[i]!, end: at[i + 1]! })
    bySource.set(source.id, places)
  }
  const number = (key: string): number => Number(key.slice(1))
  return [...bySource.values()]
    .sort((a, b) => number(a[0]!.source.key) - number(b[0]!.source.key))
    .flatMap((places) => places.sort((a, b) => a.start - b.start))
}

async function passagesOf(open: OpenCase, entity: Entity, limit: number): Promise<NamePassage[]> {
  const rows = new Map(open.store.catalogue.rows().map((row) => [row.id, row]))
  const texts = new Map<string, SourceText | null>()
  const passages: NamePassage[] = []
  for (const { source, start, end } of placesOf(entity).slice(0, limit)) {
    const row = rows.get(source.id)
    if (!texts.has(source.id)) texts.set(source.id, (await orNothing(open.store.storedText(source.id)))?.text ?? null)
    const text = texts.get(source.id)
    if (!row || !text) continue
    const { text: snippet, marks } = snippetOf(text.text, [{ start, end, part: 0 }])
    passages.push({
      ...{ sourceId: row.id, source: row.key, title: row.title, publisher: row.publisher, published: row.published },
      ...{ start, end, exact: text.text.slice(start, end), locator: locatorOf(text.blocks, { start, end }), snippet },
      name: marks[0] ?? [0, 0]
    })
  }
  return passages
}
