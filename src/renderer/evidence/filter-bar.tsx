import { useMemo } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { STANDINGS, STANDING_NAMES, type Standing } from '../../shared/brief/standing.ts'
import { Button } from '../ui/button.tsx'
import { Select, TextField } from '../ui/field.tsx'
import { FilterField } from '../ui/filter-field.tsx'
import { shorten } from '../ui/format.ts'
import { Icon } from '../ui/icon.tsx'
import { PanelButton } from '../ui/panel-button.tsx'
import { NO_FILTER, stateOf, valuesOf, type Card, type EvidenceFilter, type Surroundings } from './cards.ts'
import { narrowEvidence, useEvidence } from './evidence.ts'

const USES = [
  ['all', 'All'],
  ['unused', 'Not used'],
  ['used', 'Used here']
] as const
/** Values that are offered, the most frequent. */
const OFFERED = 200

/** What the cards are narrowed to: words, whether the brief uses them, and more in a panel. */
export function FilterBar({ cards, around }: { cards: readonly Card[]; around: Surroundings }) {
  const filter = useEvidence((state) => state.filter)
  return (
    <>
      <div className="evidence-filter">
        <FilterField
          label="Filter the evidence"
          value={filter.words}
          onChange={(words) => narrowEvidence({ words })}
          onEscape={() => {
            const narrowed = JSON.stringify(filter) !== JSON.stringify(NO_FILTER)
            if (narrowed) narrowEvidence(NO_FILTER)
            return narrowed
          }}
        />
        <PanelButton label="Narrow by tag, speaker, source, date, state" panel={<More cards={cards} around={around} />}>
          <Icon name="filter" />
        </PanelButton>
      </div>
      <ToggleButtonGroup
        aria-label="By use"
        className="evidence-uses"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[filter.use]}
        onSelectionChange={(keys) => narrowEvidence({ use: [...keys][0] as EvidenceFilter['use'] })}
      >
        {USES.map(([use, words]) => (
          <ToggleButton key={use} id={use} className="evidence-use">
            {words}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <Chips around={around} />
    </>
  )
}

function More({ cards, around }: { cards: readonly Card[]; around: Surroundings }) {
  const filter = useEvidence((state) => state.filter)
  const values = useMemo(
    () => ({
      tag: valuesOf(cards, ({ tags }) => tags),
      speaker: valuesOf(cards, ({ speaker }) => (speaker === null ? [] : [speaker])),
      sourceId: valuesOf(cards, ({ sourceId }) => [sourceId]),
      state: valuesOf(cards, (card) => [stateOf(card, around.stored)])
    }),
    [cards, around]
  )
  const choice = (
    label: string,
    name: 'tag' | 'speaker' | 'sourceId' | 'state',
    words: (value: string) => string = (value) => value
  ) => (
    <Select
      label={label}
      value={filter[name] ?? ''}
      onChange={(value) => narrowEvidence({ [name]: value === '' ? null : value })}
      options={[
        { value: '', label: 'Any', text: 'Any' },
        ...values[name].slice(0, OFFERED).map(([value, times]) => {
          const text = shorten(words(value), 60)
          return { value, label: `${text} (${times.toLocaleString('en-GB')})`, text }
        })
      ]}
    />
  )
  return (
    <div className="evidence-more">
      {choice('Tag', 'tag')}
      {choice('Speaker', 'speaker')}
      {choice('Source', 'sourceId', (id) => around.source(id)?.title ?? 'Source not found')}
      {choice('State', 'state', stateWords)}
      <div className="evidence-dates">
        <TextField
          label="From"
          value={filter.from}
          onChange={(from) => narrowEvidence({ from })}
          placeholder="2031-02-10"
        />
        <TextField label="To" value={filter.to} onChange={(to) => narrowEvidence({ to })} placeholder="2031-03" />
      </div>
      <Button look="outline" className="small" onPress={() => narrowEvidence({ ...NO_FILTER, words: filter.words })}>
        Show all
      </Button>
    </div>
  )
}

function stateWords(state: string): string {
  return STANDINGS.some((standing) => standing === state) ? STANDING_NAMES[state as Standing] : 'Mark, not quoted yet'
}

/** What the cards are narrowed to beyond the words, each to be taken away. */
function Chips({ around }: { around: Surroundings }) {
  const filter = useEvidence((state) => state.filter)
  const { tag, speaker, sourceId, state, from, to } = filter
  const chips: [string, string, Partial<EvidenceFilter>][] = [
    ...(tag === null ? [] : [['tag', `Tag ${tag}`, { tag: null }] as [string, string, Partial<EvidenceFilter>]]),
    ...(speaker === null ? [] : [['speaker', speaker, { speaker: null }] as [string, string, Partial<EvidenceFilter>]]),
    ...(sourceId === null
      ? []
      : [
          ['source', around.source(sourceId)?.title ?? 'Source', { sourceId: null }] as [
            string,
            string,
            Partial<EvidenceFilter>
          ]
        ]),
    ...(state === null
      ? []
      : [['state', stateWords(state), { state: null }] as [string, string, Partial<EvidenceFilter>]]),
    ...(from === '' && to === ''
      ? []
      : [
          ['date', [from && `from ${from}`, to && `to ${to}`].filter(Boolean).join(' '), { from: '', to: '' }] as [
            string,
            string,
            Partial<EvidenceFilter>
          ]
        ])
  ]
  if (chips.length === 0) return null
  return (
    <div className="evidence-chips">
      {chips.map(([key, words, without]) => (
        <Button
          key={key}
          className="evidence-chip"
          aria-label={`${words}: don’t narrow to it`}
          onPress={() => narrowEvidence(without)}
        >
          <span>{words}</span> <Icon name="close" />
        </Button>
      ))}
    </div>
  )
}
