import * as backups from '../backups/commands.ts'
import * as encryption from '../encryption/commands.ts'
import { exportBrief } from '../export/commands.ts'
import { SearchField } from '../find/search-field.tsx'
import { handOver } from '../handover/commands.ts'
import { importFiles, importFolder, importPaste } from '../import/commands.ts'
import { mergeCase } from '../merge/commands.ts'
import { preferences } from '../preferences/commands.ts'
import { runCommand, type Command } from '../registry/command.ts'
import { useEnabled, useMenuGroups } from '../registry/menu-entries.ts'
import * as start from '../start/commands.ts'
import { useCase } from '../state/case/case.ts'
import { togglePane, useLayout } from '../state/window/layout.ts'
import { Button, IconButton, ToggleButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { shownKeys } from '../ui/keys.ts'
import { MenuButton } from '../ui/menu.tsx'
import { TlpChip } from '../ui/tlp.tsx'
import { verify, verifyPdf } from '../verify/commands.ts'
import { shortcuts } from './commands.ts'

const caseMenu = (protection: Command[]): Command[][] => [
  [start.editCase, start.close],
  [backups.showBackups, mergeCase, handOver],
  protection,
  [start.newCase, start.openCase, start.openBundle],
  [preferences, shortcuts]
]
const CLEAR = caseMenu([encryption.encrypt])
const SEALED = caseMenu([encryption.lock, encryption.changePassphrase, encryption.decrypt])
const IMPORT = [[importFiles, importFolder, importPaste]]
const VERIFY = [[verify, verifyPdf]]

/** The case's name and handling, search, and what one does with a case. */
export function TopBar() {
  const record = useCase((state) => state.record)
  const readOnly = useCase((state) => state.readOnly)
  const sealed = useCase((state) => state.sealed)
  const exportable = useEnabled(exportBrief)
  const caseGroups = useMenuGroups(sealed ? SEALED : CLEAR)
  const importGroups = useMenuGroups(IMPORT)
  const verifyGroups = useMenuGroups(VERIFY)
  const { hidden, isNarrow, narrow } = useLayout()
  if (!record) return null
  return (
    <header className="top-bar">
      <div className="top-case">
        <ToggleButton label="Library" isSelected={!hidden.library} onChange={() => togglePane('library')}>
          <Icon name="library" />
        </ToggleButton>
        <MenuButton className="case-title" placement="bottom start" groups={caseGroups}>
          <b>{record.title}</b> <Icon name="down" />
        </MenuButton>
        <TlpChip tlp={record.tlp} />
        {sealed && (
          <IconButton
            label="Lock the case"
            keys={shownKeys(encryption.lock.keys)}
            onPress={() => runCommand(encryption.lock)}
          >
            <Icon name="lock" />
          </IconButton>
        )}
      </div>
      <SearchField />
      <div className="top-actions">
        {isNarrow && (
          <Button
            look="outline"
            aria-label={narrow === 'reader' ? 'Show brief' : 'Show reader'}
            onPress={() => useLayout.setState({ narrow: narrow === 'reader' ? 'brief' : 'reader' })}
          >
            {narrow === 'reader' ? 'Brief' : 'Reader'}
          </Button>
        )}
        <MenuButton look="outline" isDisabled={readOnly} groups={importGroups}>
          Import…
        </MenuButton>
        <MenuButton look="outline" groups={verifyGroups}>
          Verify
        </MenuButton>
        <Button look="primary" isDisabled={!exportable} onPress={() => runCommand(exportBrief)}>
          Export…
        </Button>
      </div>
    </header>
  )
}
