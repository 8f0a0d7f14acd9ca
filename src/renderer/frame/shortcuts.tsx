import { AREAS } from '../registry/command.ts'
import { keysByArea, type OwnKeys } from '../registry/feature.ts'
import { closeDialog } from '../state/window/dialogs.ts'
import { Dialog } from '../ui/dialog.tsx'
import { shownKeys } from '../ui/keys.ts'

/** All keys on one sheet, by where they hold. */
export function ShortcutsDialog() {
  return (
    <Dialog title="Keyboard shortcuts" onClose={closeDialog} width={1100}>
      <div className="shortcut-columns">
        {keysByArea().map(({ area, lines }) => (
          <section key={area} aria-labelledby={`shortcuts-${area}`}>
            <h3 id={`shortcuts-${area}`}>{AREAS[area]}</h3>
            <dl>
              {lines.map((line) => (
                <Line key={line[1]} line={line} />
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}

function Line({ line: [keys, words] }: { line: OwnKeys }) {
  return (
    <div>
      <dt>
        <kbd>{shownKeys(keys)}</kbd>
      </dt>
      <dd>{words}</dd>
    </div>
  )
}
