import { useState } from 'react'
import type { NameFormRow, NamePassage } from '../../shared/analysis/entities/answer.ts'
import type { Output } from '../../shared/api/contract.ts'
import { showPassage } from '../state/sources/reader.ts'
import { showDialog } from '../state/window/dialogs.ts'
import { useRequest } from '../state/window/use-request.ts'
import { Facts } from '../ui/facts.tsx'
import { Button } from '../ui/button.tsx'
import { count, formatDate } from '../ui/format.ts'
import { VirtualList } from '../ui/virtual-list.tsx'
import { Asked } from '../parts/asked.tsx'
import { dismissNames, mergeNames, useNames } from './names.ts'

const keyOf = ({ sourceId, start }: NamePassage): string => `${sourceId}-${start}`
const RULES: Record<NameFormRow['rules'][number], string> = {
  name: 'as written in full',
  surname: 'surname of the only one of the text who bears it',
  short: 'beginning of the only name of the text that begins so',
  brackets: 'stands in brackets behind the name',
  initials: 'initials of the only body of the text that has them',
  'only-surname': 'surname of the only one of the case who bears it, in the same company',
  'only-acronym': 'acronym in brackets of only one body of the case'
}
/** Passages that are asked for at once, as their texts are read for it. */
const SOME = 100

/** What is known of a name: its forms, what may mean the same, and all its passages. */
export function NameDetail({ id, readOnly }: { id: string; readOnly: boolean }) {
  const changes = useNames((state) => state.changes)
  const answer = useRequest('names.get', { id }, String(changes))
  const [known, setKnown] = useState<Output<'names.get'> | null>(null)
  if (answer.phase === 'answered' && answer.value !== known) setKnown(answer.value)
  if (!known) return null
  const { entry, dismissed, forms, perhaps } = known
  return (
    <section className="name-detail" aria-label={entry.name}>
      {!readOnly && (
        <div className="row name-actions">
          <Button look="outline" className="small" onPress={() => showDialog({ kind: 'name-edit', id })}>
            Rename…
          </Button>
          <Button
            look="outline"
            className="small"
            onPress={() => showDialog({ kind: 'name-merge', id, name: entry.name })}
          >
            Merge…
          </Button>
          <Button
            look="outline"
            className="small"
            isDisabled={forms.length < 2 && known.sources.length < 2}
            onPress={() => showDialog({ kind: 'name-divide', id })}
          >
            Divide…
          </Button>
          <Button className="small" onPress={() => void dismissNames([entry], !dismissed)}>
            {dismissed ? 'Take back' : 'Dismiss'}
          </Button>
        </div>
      )}
      {forms.length > 1 && (
        <ul className="name-forms" aria-label="Forms">
          {forms.map(({ form, written, rules, count: places }) => (
            <li key={form} title={rules.map((rule) => RULES[rule]).join('; ')}>
              <span dir="auto">{written}</span> <span className="people-number">{places.toLocaleString('en-GB')}</span>
              <span className="hidden-text"> ({rules.map((rule) => RULES[rule]).join('; ')})</span>
            </li>
          ))}
        </ul>
      )}
      {perhaps.length > 0 && !readOnly && (
        <div className="name-perhaps" role="group" aria-label="Perhaps the same">
          <span className="hint">Perhaps the same:</span>
          {perhaps.map((other) => (
            <Button
              key={other.id}
              look="outline"
              className="small"
              aria-label={`Merge ${other.name} into ${entry.name}`}
              onPress={() => void mergeNames(entry, [other])}
            >
              {other.name} ({other.count.toLocaleString('en-GB')})
            </Button>
          ))}
        </div>
      )}
      <Passages id={id} changes={changes} />
    </section>
  )
}

function Passages({ id, changes }: { id: string; changes: number }) {
  const [limit, setLimit] = useState(SOME)
  const [active, setActive] = useState(-1)
  const answer = useRequest('names.passages', { id, limit }, String(changes))
  const [found, setFound] = useState<Output<'names.passages'> | null>(null)
  if (answer.phase === 'answered' && answer.value !== found) setFound(answer.value)
  if (answer.phase === 'failed') return <Asked answer={answer} />
  if (!found) return <p className="hint name-note">Looking…</p>
  const open = ({ sourceId, start, end }: NamePassage): void => void showPassage({ sourceId, start, end }, 'library')
  const left = found.total - found.passages.length
  return (
    // Esc in the reader comes back to the list that led there.
    <div className="name-passages" {...(active >= 0 && { 'data-active': true })}>
      <VirtualList
        label="Passages"
        items={found.passages}
        keyOf={keyOf}
        estimate={62}
        rowClass="passage-row"
        active={active}
        onActive={setActive}
        onChoose={open}
        selected={() => false}
      >
        {(passage) => <PassageLine passage={passage} />}
      </VirtualList>
      {left > 0 && found.passages.length > 0 && (
        <Button className="small" onPress={() => setLimit(limit + 4 * SOME)}>
          Show more: {count(left, 'passage')} left
        </Button>
      )}
    </div>
  )
}

function PassageLine({ passage }: { passage: NamePassage }) {
  const { source, title, publisher, published, locator, snippet, name } = passage
  return (
    <span className="name-passage" title={title}>
      <span className="name-snippet" dir="auto">
        {snippet.slice(0, name[0])}
        <b>{snippet.slice(...name)}</b>
        {snippet.slice(name[1])}
      </span>
      <span className="people-facts">
        <Facts of={[source, locator, publisher, published === null ? null : formatDate(published)]} />
      </span>
    </span>
  )
}
