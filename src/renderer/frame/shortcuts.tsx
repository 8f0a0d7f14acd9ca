import { allCommands, allOwnKeys, type OwnKeys } from '../registry/feature.ts'
import { closeDialog } from '../state/window/dialogs.ts'
import { Dialog } from '../ui/dialog.tsx'
import { shownKeys } from '../ui/keys.ts'

/** All keys: those of commands, and those that something in the window handles by itself. */
export function shortcutLines(): [commands: readonly OwnKeys[], elsewhere: readonly OwnKeys[]] {
  return [allCommands().flatMap(({ keys, title }) => (keys ? [[keys, title]] : [])), allOwnKeys()]
}

/** All keys on one sheet. */
export function ShortcutsDialog() {
  return (
    <Dialog title="Keyboard shortcuts" onClose={closeDialog} width={760}>
      <div className="shortcut-columns">
        {shortcutLines().map((lines, column) => (
          <dl key={column}>
            {lines.map(([keys, words]) => (
              <Line key={words} keys={keys} words={words} />
            ))}
          </dl>
        ))}
      </div>
    </Dialog>
  )
}

function Line({ keys, words }: { keys: string; words: string }) {
  return (
    <div>
      <dt>
        <kbd>{shownKeys(keys)}</kbd>
      </dt>
      <dd>{words}</dd>
    </div>
  )
}
