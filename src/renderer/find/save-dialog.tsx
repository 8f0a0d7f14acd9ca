import { useState } from 'react'
import { renameSearch, saveSearch } from '../state/search/saved.ts'
import { useSearch } from '../state/search/search.ts'
import { closeDialog } from '../state/window/dialogs.ts'
import { TextField } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'

/** Asks for the name under which the search is saved, or of a saved one. */
export function SaveSearchDialog({ renamed }: { renamed: { id: string; name: string } | null }) {
  const { query, scope, narrowing } = useSearch()
  const [name, setName] = useState(renamed?.name ?? query.trim())
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const submit = async (): Promise<void> => {
    setBusy(true)
    const given = name.trim()
    const result = await (renamed
      ? renameSearch(renamed.id, given)
      : saveSearch({ name: given, query: query.trim(), scope, narrowing }))
    setBusy(false)
    if (result.ok) closeDialog()
    else setError(result.error.message)
  }
  return (
    <FormDialog
      title={renamed ? 'Rename the search' : 'Save the search'}
      action={renamed ? 'Rename' : 'Save'}
      busy={busy}
      isDisabled={name.trim() === '' || name.trim().length > 200}
      onSubmit={() => void submit()}
      onClose={closeDialog}
    >
      <TextField label="Name" value={name} onChange={setName} error={error} autoFocus selectOnFocus isRequired />
    </FormDialog>
  )
}
