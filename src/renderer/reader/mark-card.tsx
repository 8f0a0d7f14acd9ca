import { useEffect, useRef, useState } from 'react'
import { markTitle, type Mark } from '../../shared/case/records/mark.ts'
import { useCase } from '../state/case/case.ts'
import { deleteMark, tagsOf, updateMark, useMarks } from '../state/sources/marks.ts'
import { createQuote } from '../state/sources/quotes.ts'
import { showDialog } from '../state/window/dialogs.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { Swatches, TagDot } from '../ui/swatches.tsx'
import './mark-card.css'

/** Saves what was typed as the note of a mark, if it is another one and the mark is still there. False when it couldn't be. */
async function keepNote(id: string, typed: string | null): Promise<boolean> {
  const mark = useMarks.getState().marks.find((each) => each.id === id)
  return !mark || typed === null || mark.note === typed || (await updateMark({ id, note: typed }))
}

/** What is known of a mark, and what can be done with it. */
export function OneMark({ mark, onClose }: { mark: Mark; onClose: () => void }) {
  const readOnly = useCase((state) => state.readOnly)
  const all = useMarks((state) => state.tags)
  // Null: nothing that isn't kept. A card that was opened before the note arrived which was typed in the last one must not put the old one back.
  const [typed, setTyped] = useState<string | null>(null)
  const last = useRef(typed)
  useEffect(() => {
    last.current = typed
  }, [typed])
  const { id } = mark
  // Whichever way the card goes away, what was typed is kept.
  useEffect(() => () => void keepNote(id, last.current), [id])
  const keep = async (): Promise<void> => {
    if (await keepNote(id, typed)) setTyped((now) => (now === typed ? null : now))
  }
  const tags = tagsOf(all, mark.tags)
  const then = (work: () => void) => () => {
    onClose()
    work()
  }
  return (
    <section aria-label={`Mark ${markTitle(mark)}`}>
      <header>
        <b>Mark</b>
        <Swatches
          value={mark.colour}
          isDisabled={readOnly}
          onChange={(colour) => void updateMark({ id: mark.id, colour })}
        />
      </header>
      <ul className="mark-tags" aria-label="Tags">
        {tags.map(({ id, name, colour }) => (
          <li key={id} dir="auto">
            <TagDot colour={colour} />
            {name}
          </li>
        ))}
        {tags.length === 0 && <li className="unset">No tags</li>}
      </ul>
      <TextField
        label="Note"
        rows={2}
        value={typed ?? mark.note}
        isReadOnly={readOnly}
        onChange={setTyped}
        onBlur={() => void keep()}
      />
      <div className="row">
        <Button
          className="small"
          look="outline"
          isDisabled={readOnly}
          onPress={then(() => showDialog({ kind: 'tags', subject: { of: 'mark', id: mark.id } }))}
        >
          Tags…
        </Button>
        <Button
          className="small"
          look="outline"
          isDisabled={readOnly}
          onPress={then(() => void createQuote(mark.sourceId, mark.target.start, mark.target.end))}
        >
          Quote
        </Button>
        <Button className="small" isDisabled={readOnly} onPress={then(() => void deleteMark(mark.id))}>
          Delete
        </Button>
      </div>
    </section>
  )
}
