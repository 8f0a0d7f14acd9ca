import { useState } from 'react'
import type { CommentRow } from '../../shared/api/contract.ts'
import { takeComments, useComments } from '../state/brief/comments.ts'
import { flushBrief, useBrief } from '../state/brief/brief.ts'
import { revealNode, useEditor } from '../state/brief/editor.ts'
import { findNode } from '../state/brief/document.ts'
import { useCase } from '../state/case/case.ts'
import { undoEdit } from '../state/sources/history.ts'
import { ask } from '../state/window/bridge.ts'
import { closeDialog } from '../state/window/dialogs.ts'
import { usePreferences } from '../state/window/preferences.ts'
import { offerUndo } from '../state/window/undo.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Checkbox, TextField } from '../ui/field.tsx'
import { count, formatMoment } from '../ui/format.ts'
import './comments.css'

/** What is said about a statement, or about all of the brief: threads, each with what was answered, and whether it's resolved. */
export function CommentsDialog({ statementId }: { statementId: string | null }) {
  const all = useComments((state) => state.threads)
  const readOnly = useCase((state) => state.readOnly)
  const [withResolved, setWithResolved] = useState(statementId !== null)
  const here = statementId === null ? all : all.filter((thread) => thread.statementId === statementId)
  const resolved = here.filter(({ resolvedAt }) => resolvedAt !== null).length
  const shown = withResolved ? here : here.filter(({ resolvedAt }) => resolvedAt === null)
  return (
    <Dialog
      title={statementId === null ? 'Comments on the brief' : 'Comments on the statement'}
      width={680}
      onClose={closeDialog}
      actions={
        <Button look="primary" autoFocus={statementId === null || readOnly} onPress={closeDialog}>
          Done
        </Button>
      }
    >
      {statementId !== null && <StatementWords id={statementId} />}
      <p role="status">
        {here.length === 0
          ? 'Nothing was said yet. Comments are for those who work on the case; no export has them.'
          : `${count(here.length - resolved, 'open comment')}, ${count(resolved, 'resolved', 'resolved')}.`}
      </p>
      {statementId === null && resolved > 0 && (
        <Checkbox label="Show what is resolved" isSelected={withResolved} onChange={setWithResolved} />
      )}
      <ul className="plain-list" aria-label="Comments">
        {shown.map((thread) => (
          <Thread key={thread.id} thread={thread} readOnly={readOnly} withPlace={statementId === null} />
        ))}
      </ul>
      {statementId !== null && !readOnly && <NewThread statementId={statementId} />}
    </Dialog>
  )
}

function StatementWords({ id }: { id: string }) {
  const editor = useEditor((state) => state.editor)
  const found = editor && findNode(editor.state.doc, id)
  return (
    <p className="comment-statement" dir="auto">
      {found?.node.textContent}
    </p>
  )
}

function Thread(props: { thread: CommentRow; readOnly: boolean; withPlace: boolean }) {
  const { thread, readOnly, withPlace } = props
  const { id, briefId, number, words, entries, resolvedAt, statementId } = thread
  const [answering, setAnswering] = useState(false)
  const set = async (resolve: boolean): Promise<void> => {
    if (!take(briefId, await ask('comment.resolve', { id, resolved: resolve }))) return
    offerUndo(resolve ? 'The comment is resolved.' : 'The comment is open again.', undoEdit)
  }
  const remove = async (): Promise<void> => {
    if (take(briefId, await ask('comment.remove', { id }))) offerUndo('The comment was removed.', undoEdit)
  }
  return (
    <li className={`comment${resolvedAt === null ? '' : ' is-resolved'}`}>
      {withPlace && (
        <p className="comment-place">
          <b>{number === null ? 'A statement that is gone' : `Statement ${number}`}</b> <span dir="auto">{words}</span>
        </p>
      )}
      <ol className="plain-list">
        {entries.map(({ id: entryId, author, at, text }) => (
          <li key={entryId} className="comment-entry">
            <p className="comment-head">
              <b>{author || 'Somebody'}</b> <span className="hint">{formatMoment(at)}</span>
            </p>
            <p className="comment-text" dir="auto">
              {text}
            </p>
          </li>
        ))}
      </ol>
      <p className="row">
        {resolvedAt !== null && <span className="hint">Resolved {formatMoment(resolvedAt)}</span>}
        {withPlace && number !== null && (
          <Button
            look="outline"
            className="small"
            aria-label={`Go to statement ${number}`}
            onPress={() => {
              closeDialog()
              revealNode(statementId)
            }}
          >
            Go there
          </Button>
        )}
        {!readOnly && (
          <>
            <Button look="outline" className="small" onPress={() => setAnswering(true)}>
              Answer…
            </Button>
            <Button look="outline" className="small" onPress={() => void set(resolvedAt === null)}>
              {resolvedAt === null ? 'Resolve' : 'Reopen'}
            </Button>
            <Button look="outline" className="small" onPress={() => void remove()}>
              Remove
            </Button>
          </>
        )}
      </p>
      {answering && (
        <CommentForm
          label="Answer"
          action="Answer"
          autoFocus
          onCancel={() => setAnswering(false)}
          onSubmit={async (said) => {
            const done = take(briefId, await ask('comment.answer', { id, ...said }))
            if (done) setAnswering(false)
            return done
          }}
        />
      )}
    </li>
  )
}

function NewThread({ statementId }: { statementId: string }) {
  const briefId = useBrief((state) => state.id)
  return (
    <CommentForm
      label="Comment"
      action="Comment"
      autoFocus
      onSubmit={async (said) => {
        // The statement must be on the disk before something is said about it there.
        if (briefId === null || !(await flushBrief())) return false
        return take(briefId, await ask('comment.add', { briefId, statementId, ...said }))
      }}
    />
  )
}

function CommentForm(props: {
  label: string
  action: string
  autoFocus: boolean
  onCancel?: () => void
  /** False when it wasn't taken, and then its words stay. */
  onSubmit: (said: { author: string; text: string }) => Promise<boolean>
}) {
  const [author, setAuthor] = useState(usePreferences.getState().author)
  const [text, setText] = useState('')
  const submit = async (): Promise<void> => {
    if (text.trim() !== '' && (await props.onSubmit({ author: author.trim(), text }))) setText('')
  }
  return (
    <form
      className="form comment-form"
      aria-label={props.label}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit()
      }}
    >
      <TextField label={props.label} value={text} onChange={setText} rows={3} autoFocus={props.autoFocus} />
      <div className="comment-by">
        <TextField label="Your name" value={author} onChange={setAuthor} />
        {props.onCancel && (
          <Button look="outline" onPress={props.onCancel}>
            Cancel
          </Button>
        )}
        <Button look="outline" type="submit" isDisabled={text.trim() === ''}>
          {props.action}
        </Button>
      </div>
    </form>
  )
}

function take(briefId: string, threads: readonly CommentRow[] | null): boolean {
  if (threads) takeComments(briefId, threads)
  return threads !== null
}
