import type { ListedCase } from '../../shared/api/contract.ts'
import { useCase } from '../state/case/case.ts'
import { showDialog } from '../state/window/dialogs.ts'
import { chooseCase, openCase, openSample } from '../state/session/open-case.ts'
import { forgetRecent } from '../state/session/recent.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { fileName, formatMoment } from '../ui/format.ts'
import { Icon } from '../ui/icon.tsx'
import { MenuButton } from '../ui/menu.tsx'
import { TlpChip } from '../ui/tlp.tsx'
import { chooseBundle } from './open-bundle.ts'
import './start.css'

const BUNDLES = [
  {
    entries: [
      { id: 'zip', label: 'A zip file…', onAction: () => void chooseBundle('open-bundle') },
      { id: 'folder', label: 'A folder…', onAction: () => void chooseBundle('open-bundle-folder') }
    ]
  }
]

/** What shows without a case: make one, open one, or try the sample. */
export function StartScreen() {
  const recent = useCase((state) => state.recent)
  const opening = useCase((state) => state.phase === 'opening')
  return (
    <main className="start" tabIndex={-1}>
      <div className="start-sheet">
        <header>
          <h1>Dossier</h1>
          <p>
            From a pile of articles to a briefing whose every quotation can be checked. Offline: nothing leaves this
            machine.
          </p>
        </header>
        <div className="start-actions">
          <Button look="primary" isDisabled={opening} onPress={() => showDialog({ kind: 'new-case' })}>
            New case
          </Button>
          <Button look="outline" isDisabled={opening} onPress={() => void chooseCase()}>
            Open…
          </Button>
          {opening && <span role="status">Opening…</span>}
        </div>
        {recent.length > 0 && (
          <section aria-labelledby="recent-title">
            <h2 id="recent-title">Recent cases</h2>
            <ul className="recent">
              {recent.map((item) => (
                <Recent key={item.path} item={item} />
              ))}
            </ul>
          </section>
        )}
        <Elsewhere isDisabled={opening} />
      </div>
    </main>
  )
}

/** What one does here more rarely. */
function Elsewhere({ isDisabled }: { isDisabled: boolean }) {
  return (
    <ul className="start-list" aria-label="Also">
      <li>
        <Button isDisabled={isDisabled} onPress={() => void openSample()}>
          Try the sample case
        </Button>
      </li>
      <li>
        <Button isDisabled={isDisabled} onPress={() => showDialog({ kind: 'verify-pdf', file: null })}>
          Verify a PDF…
        </Button>
      </li>
      <li>
        <MenuButton isDisabled={isDisabled} placement="bottom start" groups={BUNDLES}>
          Open a bundle… <Icon name="down" />
        </MenuButton>
      </li>
    </ul>
  )
}

/** Of an encrypted case nothing but its place is known. */
function Recent({ item }: { item: ListedCase }) {
  const name = item.title ?? fileName(item.path)
  return (
    <li className={item.present ? '' : 'missing'}>
      <Button className="recent-open" isDisabled={!item.present} onPress={() => void openCase(item)}>
        <span className="recent-title">
          {item.title === null && <Icon name="lock" />}
          {name}
          {item.title === null && <span className="hint">encrypted</span>}
          {item.tlp !== null && <TlpChip tlp={item.tlp} />}
        </span>
        <span className="recent-path">
          {item.present ? `${item.path} · ${formatMoment(item.openedAt)}` : `Not found any more: ${item.path}`}
        </span>
      </Button>
      <IconButton label={`Remove ${name} from this list`} onPress={() => void forgetRecent(item.place)}>
        <Icon name="close" />
      </IconButton>
    </li>
  )
}
