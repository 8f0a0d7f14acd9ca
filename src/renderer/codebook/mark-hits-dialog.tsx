import { useEffect, useState } from 'react'
import { useSearch } from '../state/search/search.ts'
import { loadTags, useMarks } from '../state/sources/marks.ts'
import { undoEdit } from '../state/sources/history.ts'
import { request } from '../state/window/bridge.ts'
import { closeDialog } from '../state/window/dialogs.ts'
import { showMessage } from '../state/window/toasts.ts'
import { Select } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { count } from '../ui/format.ts'
import { Swatches } from '../ui/swatches.tsx'

/** Marks every place that the search finds in the texts, in a colour, with a tag if one likes. */
export function MarkHitsDialog() {
  const query = useSearch((state) => state.query)
  const tags = useMarks((state) => state.tags) ?? []
  const [colour, setColour] = useState(useMarks.getState().colour)
  const [tag, setTag] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  useEffect(() => void loadTags(), [])
  const mark = async (): Promise<void> => {
    const { typing, narrowing } = useSearch.getState()
    setBusy(true)
    const result = await request('mark.hits', { query, typing, narrowing, colour, tags: tag === '' ? [] : [tag] })
    setBusy(false)
    if (!result.ok) return setFailure(result.error.message)
    const { made, there, sources } = result.value
    closeDialog()
    const words = `Marked ${count(made, 'place')} in ${count(sources, 'source')}${there > 0 ? `; ${there} were marked already` : ''}.`
    showMessage(words, { label: 'Undo', run: () => void undoEdit() })
  }
  return (
    <FormDialog
      title="Mark every hit"
      action={busy ? 'Marking…' : 'Mark'}
      busy={busy}
      onSubmit={() => void mark()}
      onClose={closeDialog}
    >
      <p>
        Every place in the texts at which <bdi className="mono">{query}</bdi> stands is marked. It can be undone at
        once.
      </p>
      <Swatches value={colour} isDisabled={busy} onChange={setColour} />
      <Select
        label="Tag"
        value={tag}
        options={[
          { value: '', label: 'No tag', text: 'No tag' },
          ...tags.map(({ id, name }) => ({ value: id, label: name, text: name }))
        ]}
        onChange={setTag}
      />
      {failure !== null && (
        <p className="failure" role="alert">
          {failure}
        </p>
      )}
    </FormDialog>
  )
}
