import { useState } from 'react'
import { useReader } from '../state/sources/readers.ts'
import {
  acceptSuggestions,
  declineSuggestions,
  leaveSuggestion,
  useSuggestions,
  type SuggestedQuote
} from '../state/sources/suggestions.ts'
import { closeDialog } from '../state/window/dialogs.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Checkbox } from '../ui/field.tsx'
import { count } from '../ui/format.ts'
import './suggestions-dialog.css'

const NONE: readonly SuggestedQuote[] = []

/** All that is suggested of a source, each with its speaker, to be quoted or declined at once. What isn't clear is left out until it's ticked. */
export function SuggestionsDialog({ sourceId }: { sourceId: string }) {
  const all = useSuggestions((state) => state.quotes.get(sourceId) ?? NONE)
  const text = useReader((state) => (state.sourceId === sourceId ? state.text : null))
  const [left, setLeft] = useState<ReadonlySet<number>>(
    () => new Set(all.filter(({ isUnsure }) => isUnsure).map(({ start }) => start))
  )
  const [busy, setBusy] = useState(false)
  const chosen = all.filter(({ start }) => !left.has(start))
  const finish = async (work: Promise<boolean>): Promise<void> => {
    setBusy(true)
    leaveSuggestion()
    if (await work) closeDialog()
    else setBusy(false)
  }
  const tick = (start: number, on: boolean): void =>
    setLeft((before) => {
      const next = new Set(before)
      if (on) next.delete(start)
      else next.add(start)
      return next
    })
  return (
    <Dialog
      title="Suggested quotes"
      width={720}
      onClose={closeDialog}
      actions={
        <>
          <Button
            isDisabled={busy || chosen.length === 0}
            onPress={() => void finish(declineSuggestions(sourceId, chosen))}
          >
            Decline {chosen.length}
          </Button>
          <span className="apart" />
          <Button onPress={closeDialog}>Cancel</Button>
          <Button
            look="primary"
            isDisabled={busy || chosen.length === 0}
            onPress={() => void finish(acceptSuggestions(sourceId, chosen))}
          >
            Quote {chosen.length} of {all.length}
          </Button>
        </>
      }
    >
      <p>
        {count(all.length, 'passage')} of this source that nobody has quoted yet. Where the speaker isn’t sure, a
        passage isn’t ticked.
      </p>
      <ul className="suggestions">
        {all.map((one) => (
          <li key={one.start} dir="auto">
            <Checkbox
              label={`“${text?.text.slice(one.start, one.end).replace(/\s+/g, ' ') ?? ''}”`}
              hint={speakerWords(one)}
              isSelected={!left.has(one.start)}
              onChange={(on) => tick(one.start, on)}
              isDisabled={busy}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

function speakerWords({ speaker, attribution, isUnsure }: SuggestedQuote): string {
  if (speaker === null) return 'Speaker not sure'
  const chain = attribution.length > 1 ? attribution.join(' → ') : speaker
  return isUnsure ? `${chain} (perhaps)` : chain
}
