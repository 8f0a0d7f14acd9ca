import { useCase } from '../state/case.ts'
import { useBrief } from '../state/brief.ts'
import { showDialog } from '../state/dialogs.ts'
import { togglePane, useLayout } from '../state/layout.ts'
import { Button, IconButton, ToggleButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { MenuButton } from '../ui/menu.tsx'
import { TlpChip } from '../ui/tlp.tsx'
import { commandEntry, COMMANDS, type CommandId } from '../../shared/api/commands.ts'
import { runCommand } from './commands.ts'
import { shownKeys } from '../ui/keys.ts'

/** A command as an entry of a menu. */
function entry(id: CommandId, disabled = false) {
  const command = commandEntry(id)
  return {
    id,
    label: command.title,
    disabled,
    ...(command.keys ? { keys: shownKeys(command.keys) } : {}),
    onAction: () => runCommand(id)
  }
}

/** The case's name and handling, search, and what one does with a case. */
export function TopBar() {
  const record = useCase((state) => state.record)
  const readOnly = useCase((state) => state.readOnly)
  const sealed = useCase((state) => state.sealed)
  const exportable = useBrief((state) => state.phase === 'shown')
  const { hidden, isNarrow, narrow } = useLayout()
  if (!record) return null
  return (
    <header className="top-bar">
      <div className="top-case">
        <ToggleButton label="Library" isSelected={!hidden.library} onChange={() => togglePane('library')}>
          <Icon name="library" />
        </ToggleButton>
        <MenuButton
          className="case-title"
          placement="bottom start"
          groups={[
            { entries: [entry('edit-case', readOnly), entry('close-case')] },
            { entries: [entry('backups'), entry('merge-case', readOnly), entry('hand-over')] },
            {
              entries: sealed
                ? [entry('lock-case'), entry('change-passphrase', readOnly), entry('decrypt-case', readOnly)]
                : [entry('encrypt-case', readOnly)]
            },
            { entries: [entry('new-case'), entry('open-case'), entry('open-bundle')] },
            { entries: [entry('preferences'), entry('shortcuts')] }
          ]}
        >
          <b>{record.title}</b> <Icon name="down" />
        </MenuButton>
        <TlpChip tlp={record.tlp} />
        {sealed && (
          <IconButton
            label="Lock the case"
            keys={shownKeys(COMMANDS['lock-case'].keys)}
            onPress={() => runCommand('lock-case')}
          >
            <Icon name="lock" />
          </IconButton>
        )}
      </div>
      <Button className="top-search" onPress={() => showDialog({ kind: 'palette' })}>
        <Icon name="search" />
        <span>Search sources, quotes, briefs</span>
        <kbd aria-hidden="true">{shownKeys('Mod K')}</kbd>
      </Button>
      <div className="top-actions">
        {isNarrow && (
          <Button
            look="outline"
            onPress={() => useLayout.setState({ narrow: narrow === 'reader' ? 'brief' : 'reader' })}
          >
            {narrow === 'reader' ? 'Show brief' : 'Show reader'}
          </Button>
        )}
        <MenuButton
          look="outline"
          isDisabled={readOnly}
          groups={[{ entries: [entry('import-files'), entry('import-folder'), entry('import-paste')] }]}
        >
          Import…
        </MenuButton>
        <MenuButton look="outline" groups={[{ entries: [entry('verify-case'), entry('verify-pdf')] }]}>
          Verify
        </MenuButton>
        <Button look="primary" isDisabled={!exportable} onPress={() => runCommand('export-pdf')}>
          Export…
        </Button>
      </div>
    </header>
  )
}
