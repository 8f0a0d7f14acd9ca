import { closeDialog } from '../state/dialogs.ts'
import { Dialog } from '../ui/dialog.tsx'
import { COMMAND_IDS, commandEntry } from '../../shared/api/commands.ts'
import { shownKeys } from '../ui/keys.ts'

const ELSEWHERE: [string, string][] = [
  ['Q', 'Quote the selection, while the reader has the focus'],
  ['Esc', 'Back to where one was, in the reader'],
  ['@', 'Cite a quote or a source, in a statement'],
  ['Mod Enter', 'Show in the source, at a quote or citation in the brief'],
  ['Alt Shift ↑ ↓', 'Move the section'],
  ['Mod B', 'Bold'],
  ['Mod I', 'Italic, in the brief'],
  ['↑ ↓ Home End Enter', 'In lists'],
  ['Shift ↑ ↓', 'Select several sources, in the library'],
  ['Mod A', 'Select all sources, in the library'],
  ['Del', 'Delete the quote, in the list of quotes'],
  ['F2', 'Speaker and note of the quote, in the list of quotes']
]

/** All keys on one sheet. */
export function ShortcutsDialog() {
  const commands = COMMAND_IDS.map(commandEntry).filter((command) => command.keys)
  return (
    <Dialog title="Keyboard shortcuts" onClose={closeDialog} width={760}>
      <div className="shortcut-columns">
        <dl>
          {commands.map(({ title, keys }) => (
            <Line key={title} keys={keys!} words={title} />
          ))}
        </dl>
        <dl>
          {ELSEWHERE.map(([keys, words]) => (
            <Line key={keys} keys={keys} words={words} />
          ))}
        </dl>
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
