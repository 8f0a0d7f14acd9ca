import type { ReactNode } from 'react'
import { othersSentence, type LockHolder } from '../../shared/case/holder.ts'
import { useCase } from '../state/case/case.ts'
import { showDialog } from '../state/window/dialogs.ts'
import { continueImport, forgetUnfinished, useImport } from '../state/import/import.ts'
import { askToUnlock } from '../state/session/open-case.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { count, fileName, formatMoment } from '../ui/format.ts'
import { Icon } from '../ui/icon.tsx'

/** What is to be known of the open case: that it can only be read and why, that there are conflict copies, that an import was cut short, what was found and mended. */
export function Notices() {
  const notices = useCase((state) => state.notices)
  return (
    <div className="notices" role="status">
      <ReadOnly />
      <Others />
      <ConflictCopies />
      <Unfinished />
      {notices.length > 0 && (
        <Notice
          action={
            <IconButton label="Dismiss" onPress={() => useCase.setState({ notices: [] })}>
              <Icon name="close" />
            </IconButton>
          }
        >
          {notices.map((notice) => (
            <p key={notice}>{notice}</p>
          ))}
        </Notice>
      )}
    </div>
  )
}

function Notice({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="notice-line">
      <Icon name="warn" />
      <div className="notice-words">{children}</div>
      {action}
    </div>
  )
}

function ReadOnly() {
  const { readOnly, holder, free, path, place } = useCase()
  if (!readOnly) return null
  if (free && place) {
    return (
      <Notice
        action={
          <Button
            look="outline"
            className="small"
            onPress={() =>
              askToUnlock(
                { place, path },
                {
                  title: 'Open for writing',
                  intro: 'The case is encrypted, so its passphrase is needed again.'
                }
              )
            }
          >
            Open for writing…
          </Button>
        }
      >
        Nobody else writes this case any more. It still can only be read here.
      </Notice>
    )
  }
  return (
    <Notice>
      {holder ? `${writtenBy(holder)} ` : 'This case is open elsewhere or can’t be written to. '}
      You can read, search and verify; nothing is changed.
      {holder && ' As soon as it is free you can change it here.'}
    </Notice>
  )
}

function writtenBy({ program, user, since }: LockHolder): string {
  const who = user === '' ? program : `${program} (user ${user})`
  return `${who.charAt(0).toUpperCase()}${who.slice(1)} has been writing this case on this machine since ${formatMoment(since)}.`
}

/** Programs that write the case from another profile or machine, which no lock keeps apart. */
function Others() {
  const others = useCase((state) => state.others)
  if (others.length === 0) return null
  return (
    <Notice>
      {others.map((other) => (
        <p key={`${other.host} ${other.pid} ${other.since}`}>{othersSentence(other)}</p>
      ))}
    </Notice>
  )
}

function ConflictCopies() {
  const copies = useCase((state) => state.conflictCopies)
  const readOnly = useCase((state) => state.readOnly)
  if (copies === 0) return null
  return (
    <Notice
      action={
        <Button
          look="outline"
          className="small"
          isDisabled={readOnly}
          onPress={() => showDialog({ kind: 'merge', copy: null })}
        >
          Compare and merge…
        </Button>
      }
    >
      {count(copies, 'file looks like a copy', 'files look like copies')} that a synchronising program made because two
      machines changed the case. What stands in {copies === 1 ? 'it' : 'them'} isn’t shown.
    </Notice>
  )
}

/** An import that was cut short, with what to do about it. */
function Unfinished() {
  const unfinished = useImport((state) => state.unfinished)
  if (!unfinished) return null
  const { startedAt, paths, done } = unfinished
  const [first = ''] = paths
  const rest = paths.length - 1
  return (
    <Notice
      action={
        <>
          <Button look="outline" className="small" onPress={() => void continueImport()}>
            Continue the import
          </Button>
          <Button look="outline" className="small" onPress={() => void forgetUnfinished()}>
            Forget it
          </Button>
        </>
      }
    >
      <span title={paths.join('\n')}>
        The import of “{fileName(first)}”{rest > 0 && ` and ${count(rest, 'other place')}`} of {formatMoment(startedAt)}{' '}
        was cut short.
      </span>{' '}
      {done === 0
        ? 'No file was done.'
        : `${count(done, 'file was', 'files were')} done; what they gave is in the case.`}{' '}
      Another import of files takes its place.
    </Notice>
  )
}
