import { useState } from 'react'
import { closeDialog, showDialog } from '../state/window/dialogs.ts'
import { setPreferences, usePreferences } from '../state/window/preferences.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Select, TextField } from '../ui/field.tsx'
import { count } from '../ui/format.ts'

const counted = (values: readonly number[], now: number, words: (value: number) => string) =>
  [...new Set([...values, now])].sort((a, b) => a - b).map((value) => choice(String(value), words(value)))
const minutes = (value: number): string => (value === 0 ? 'Never by itself' : `After ${count(value, 'minute')}`)
const every = (hours: number): string =>
  hours % 24 === 0
    ? `Every ${count(hours / 24, 'day').replace(/^1 /, '')}`
    : `Every ${count(hours, 'hour').replace(/^1 /, '')}`

const choice = <V extends string>(value: V, text: string) => ({ value, label: text, text })
const SIZES = ['14', '15', '17', '18', '20', '22'] as const

/** What holds for every case. Changes count at once. */
export function PreferencesDialog() {
  const { theme, exportOptions, readerSize, author, backups, lockAfter } = usePreferences()
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
          value={exportOptions.paper}
          onChange={(paper) => setPreferences({ exportOptions: { ...exportOptions, paper } })}
          options={[choice('A4', 'A4'), choice('Letter', 'Letter')]}
        />
      </div>
      <Select
        label="Text size in the reader"
        value={String(readerSize)}
        onChange={(value) => setPreferences({ readerSize: Number(value) })}
        options={[...new Set([...SIZES, String(readerSize)])].map((size) => choice(size, `${size} px`))}
      />
      <h3>Backups</h3>
      <div className="form-row three">
        <Select
          label="One is made"
          value={String(backups.hours)}
          onChange={(value) => setPreferences({ backups: { ...backups, hours: Number(value) } })}
          options={counted([1, 4, 12, 24, 72, 168], backups.hours, every)}
        />
        <Select
          label="Kept at most"
          value={String(backups.count)}
          onChange={(value) => setPreferences({ backups: { ...backups, count: Number(value) } })}
          options={counted([3, 5, 10, 20, 50, 100], backups.count, (value) => count(value, 'backup'))}
        />
        <Select
          label="For at most"
          value={String(backups.days)}
          onChange={(value) => setPreferences({ backups: { ...backups, days: Number(value) } })}
          options={counted([7, 30, 60, 180, 365, 3650], backups.days, (value) => count(value, 'day'))}
        />
      </div>
      <p className="hint">The newest good backup of a case is always kept.</p>
      <h3>Signatures</h3>
      <div>
        <Button look="outline" onPress={() => showDialog({ kind: 'keys' })}>
          Signing keys…
        </Button>
      </div>
      <h3>Encrypted cases</h3>
      <Select
        label="Lock when neither keys nor pointer are used"
        value={String(lockAfter)}
        onChange={(value) => setPreferences({ lockAfter: Number(value) })}
        options={counted([0, 1, 5, 10, 15, 30, 60], lockAfter, minutes)}
      />
    </Dialog>
  )
}
