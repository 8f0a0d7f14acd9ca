import { useState } from 'react'
import { typedDay } from '../../shared/analysis/dates/typed-day.ts'
import type { OwnEventRow } from '../../shared/api/contract.ts'
import { flushBrief, openBrief, useBrief } from '../state/brief/brief.ts'
import { revealNode, useEditor } from '../state/brief/editor.ts'
import { useCase } from '../state/case/case.ts'
import { undoEdit } from '../state/sources/history.ts'
import { showQuote } from '../state/sources/quotes.ts'
import { ask } from '../state/window/bridge.ts'
import { closeDialog } from '../state/window/dialogs.ts'
import { noteEdit } from '../state/window/edits.ts'
import { offerUndo } from '../state/window/undo.ts'
import { Button } from '../ui/button.tsx'
import { DayField } from '../ui/day-field.tsx'
import { Checkbox, TextField } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'

type Place = OwnEventRow['places'][number]

/** The day that was typed; null for none. */
const dayOf = (typed: string): string | null => {
  const read = typedDay(typed)
  return 'day' in read ? read.day : null
}

/** An event of the analyst's own: its days, its words, and the quotes and statements it's linked to. */
export function OwnEventDialog({ event }: { event: OwnEventRow | null }) {
  const readOnly = useCase((state) => state.readOnly)
  const [from, setFrom] = useState(event?.from ?? '')
  const [to, setTo] = useState(event && event.to !== event.from ? event.to : '')
  const [approximate, setApproximate] = useState(event?.approximate ?? false)
  const [words, setWords] = useState(event?.words ?? '')
  const [keys, setKeys] = useState(event?.quoteKeys.map(({ key }) => key).join(', ') ?? '')
  const [places, setPlaces] = useState<readonly Place[]>(event?.places ?? [])
  const quotes = useCase((state) => state.quotes)
  const named = keys
    .split(/[\s,;]+/u)
    .filter((key) => key !== '')
    .map((key) => ({ key, quote: [...quotes.values()].find((each) => each.key === key.toUpperCase()) }))
  const unknown = named.filter(({ quote }) => !quote).map(({ key }) => key)
  const first = dayOf(from)
  const last = to.trim() === '' ? first : dayOf(to)
  const isBefore = first !== null && last !== null && last < first
  const fits = first !== null && last !== null && !isBefore && words.trim() !== '' && unknown.length === 0
  const save = async (): Promise<void> => {
    if (!fits || readOnly || !(await flushBrief())) return
    const fields = {
      ...{ from: first, to: last, approximate, words },
      quotes: named.map(({ quote }) => quote!.id),
      statements: places.map(({ briefId, statementId }) => ({ briefId, statementId }))
    }
    const rows = event ? await ask('ownEvent.change', { id: event.id, ...fields }) : await ask('ownEvent.add', fields)
    if (rows) done(event ? 'The event is changed.' : 'The event is in the chronology.')
  }
  const remove = async (): Promise<void> => {
    if (event && (await ask('ownEvent.remove', { id: event.id }))) done('The event was removed.')
  }
  return (
    <FormDialog
      title={event ? 'Event of your own' : 'New event'}
      action={event ? 'Save' : 'Add it'}
      width={600}
      isDisabled={!fits || readOnly}
      onSubmit={() => void save()}
      onClose={closeDialog}
      aside={
        event && (
          <Button className="apart" isDisabled={readOnly} onPress={() => void remove()}>
            Remove the event
          </Button>
        )
      }
    >
      <div className="form-row">
        <DayField label="First day" value={from} onChange={setFrom} autoFocus isRequired />
        <DayField
          label="Last day"
          value={to}
          onChange={setTo}
          hint="Only where it lasted longer"
          error={isBefore ? 'It lies before the first day.' : null}
        />
      </div>
      <Checkbox label="Approximate" isSelected={approximate} onChange={setApproximate} />
      <TextField label="What happened" value={words} onChange={setWords} rows={3} isRequired />
      <TextField
        label="Quotes that bear it out"
        value={keys}
        onChange={setKeys}
        hint="Their keys, such as Q1, Q4"
        error={unknown.length > 0 ? `There is no quote ${unknown.join(', ')}.` : null}
      />
      <p className="hint">
        A brief’s chronology prints it where it is linked to a statement of it or to a quote of a source that it cites.
      </p>
      <Links named={named.flatMap(({ quote }) => quote ?? [])} places={places} setPlaces={setPlaces} />
    </FormDialog>
  )
}

function Links(props: {
  named: readonly { id: string; key: string }[]
  places: readonly Place[]
  setPlaces: (places: readonly Place[]) => void
}) {
  const { named, places, setPlaces } = props
  const statementId = useEditor((state) => state.caret.statement?.id ?? null)
  const briefId = useBrief((state) => state.id)
  const brief = useBrief((state) => state.fields?.title ?? '')
  const isLinked = places.some((place) => place.statementId === statementId)
  const follow = async (place: Place): Promise<void> => {
    closeDialog()
    if (await openBrief(place.briefId)) revealNode(place.statementId)
  }
  return (
    <>
      <ul className="plain-list own-event-links" aria-label="Linked to">
        {named.map(({ id, key }) => (
          <li key={id}>
            <span>Quote {key}</span>
            <Button
              look="outline"
              className="small"
              onPress={() => {
                closeDialog()
                void showQuote(id, 'library')
              }}
            >
              Show {key}
            </Button>
          </li>
        ))}
        {places.map((place) => (
          <li key={`${place.briefId} ${place.statementId}`}>
            <span>
              {place.brief || 'Untitled brief'}, {place.number === null ? 'a statement' : `statement ${place.number}`}
            </span>
            <Button look="outline" className="small" onPress={() => void follow(place)}>
              Go there
            </Button>
            <Button
              look="outline"
              className="small"
              onPress={() => setPlaces(places.filter((other) => other !== place))}
            >
              Unlink
            </Button>
          </li>
        ))}
      </ul>
      {statementId !== null && briefId !== null && !isLinked && (
        <p className="row">
          <Button
            look="outline"
            className="small"
            onPress={() => setPlaces([...places, { briefId, statementId, brief, number: null }])}
          >
            Link the statement at the caret
          </Button>
        </p>
      )}
    </>
  )
}

function done(words: string): void {
  noteEdit()
  closeDialog()
  offerUndo(words, undoEdit)
}
