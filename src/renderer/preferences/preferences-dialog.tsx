import { useState } from 'react'
import { closeDialog } from '../state/dialogs.ts'
import { setPreferences, usePreferences } from '../state/preferences.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Select, TextField } from '../ui/field.tsx'

const choice = <V extends string>(value: V, text: string) => ({ value, label: text, text })
const SIZES = ['14', '15', '17', '18', '20', '22'] as const

/** What holds for every case. Changes count at once. */
export function PreferencesDialog() {
  const { theme, paper, readerSize, author } = usePreferences()
  const [name, setName] = useState(author)
  return (
    <Dialog
      title="Preferences"
      onClose={closeDialog}
      actions={
        <Button look="primary" onPress={closeDialog}>
          Done
        </Button>
      }
    >
      <TextField
        label="Author"
        value={name}
        onChange={(value) => {
          setName(value)
          setPreferences({ author: value.trim() })
        }}
        hint="Printed on new briefs. You can change it in each brief."
      />
      <div className="form-row">
        <Select
          label="Appearance"
          value={theme}
          onChange={(value) => setPreferences({ theme: value })}
          options={[choice('system', 'As the system'), choice('light', 'Light'), choice('dark', 'Dark')]}
        />
        <Select
          label="Paper"
          value={paper}
          onChange={(value) => setPreferences({ paper: value })}
          options={[choice('A4', 'A4'), choice('Letter', 'Letter')]}
        />
      </div>
      <Select
        label="Text size in the reader"
        value={String(readerSize)}
        onChange={(value) => setPreferences({ readerSize: Number(value) })}
        options={[...new Set([...SIZES, String(readerSize)])].map((size) => choice(size, `${size} px`))}
      />
    </Dialog>
  )
}
