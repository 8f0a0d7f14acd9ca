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

/** Saves what was typed as the note of a mark, if it is another one and the mark is still there. */
function keepNote(id: string, note: string): void {
  const mark = useMarks.getState().marks.find((each) => each.id === id)
  if (mark && mark.note !== note) void updateMark({ id, note })
}

/** What is known of a mark, and what can be done with it. */
export function OneMark({ mark, onClose }: { mark: Mark; onClose: () => void }) {
  const readOnly = useCase((state) => state.readOnly)
  const all = useMarks((state) => state.tags)
  const [note, setNote] = useState(mark.note)
  const typed = useRef(note)
  useEffect(() => {
    typed.current = note
  }, [note])
  const { id } = mark
  // Whichever way the card goes away, what was typed is kept.
  useEffect(() => () => keepNote(id, typed.current), [id])
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
        value={note}
        isReadOnly={readOnly}
        onChange={setNote}
        onBlur={() => keepNote(id, note)}
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
