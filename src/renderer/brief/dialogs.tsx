import { useState } from 'react'
import { typedDay } from '../../shared/analysis/dates/typed-day.ts'
import type { Output } from '../../shared/api/contract.ts'
import type { Tlp } from '../../shared/source/source.ts'
import { setFields, useBrief } from '../state/brief/brief.ts'
import { closeDialog } from '../state/window/dialogs.ts'
import { Button } from '../ui/button.tsx'
import { DayField } from '../ui/day-field.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { TextField } from '../ui/field.tsx'
import { count } from '../ui/format.ts'
import { TlpSelect } from '../ui/tlp.tsx'
import { useEditor } from '../state/brief/editor.ts'
import { isLinkable } from './marks.ts'

/** What stands above the sections of the brief. */
export function BriefFieldsDialog() {
  const fields = useBrief((state) => state.fields)
  const [title, setTitle] = useState(fields?.title ?? '')
  const [author, setAuthor] = useState(fields?.author ?? '')
  const [date, setDate] = useState(fields?.date ?? '')
  const [tlp, setTlp] = useState<Tlp>(fields?.tlp ?? 'TLP:AMBER')
  const [language, setLanguage] = useState(fields?.language ?? 'en')
  const read = typedDay(date)
  const dated = 'day' in read
  const save = (): void => {
    if (!dated) return
    setFields({ title: title.trim(), author: author.trim(), date: read.day, tlp, language: language.trim() || 'en' })
    closeDialog()
  }
  return (
    <FormDialog title="About this brief" action="Save" isDisabled={!dated} onSubmit={save} onClose={closeDialog}>
      <TextField label="Title" value={title} onChange={setTitle} autoFocus />
      <TextField label="Author" value={author} onChange={setAuthor} />
      <div className="form-row">
        <DayField label="Date" value={date} onChange={setDate} />
        <TextField label="Language" value={language} onChange={setLanguage} hint="A language tag such as en or nb" />
      </div>
      <TlpSelect value={tlp} onChange={setTlp} />
    </FormDialog>
  )
}

/** Sets or removes the link on the selected words. */
export function LinkDialog() {
  const editor = useEditor((state) => state.editor)
  const [href, setHref] = useState(() => String(editor?.getAttributes('link')['href'] ?? ''))
  if (!editor) return null
  const mark = editor.schema.marks['link']!
  const { from, to, empty } = editor.state.selection
  const save = (): void => {
    if (!isLinkable(href)) return
    editor.view.dispatch(editor.state.tr.addMark(from, to, mark.create({ href: href.trim() })))
    closeDialog()
  }
  const remove = (): void => {
    editor.view.dispatch(editor.state.tr.removeMark(from, to, mark))
    closeDialog()
  }
  return (
    <Dialog
      title="Link"
      onClose={closeDialog}
      actions={
        <>
          {editor.isActive('link') && (
            <Button className="apart" onPress={remove}>
              Remove the link
            </Button>
          )}
          <Button look="outline" onPress={closeDialog}>
            Cancel
          </Button>
          <Button look="primary" isDisabled={empty || !isLinkable(href)} onPress={save}>
            Save
          </Button>
        </>
      }
    >
      {empty ? (
        <p>Select the words that shall carry the link first.</p>
      ) : (
        <TextField
          label="Address"
          value={href}
          onChange={setHref}
          autoFocus
          placeholder="https://…"
          hint="Printed in the PDF. Dossier itself never visits it."
        />
      )}
    </Dialog>
  )
}

/** What a brief from Markdown quotes that couldn't be found in the sources. */
export function MarkdownReport(props: { title: string; unresolved: Output<'brief.importMarkdown'>['unresolved'] }) {
  return (
    <Dialog
      title={`“${props.title}” was read`}
      width={640}
      onClose={closeDialog}
      actions={
        <Button look="primary" autoFocus onPress={closeDialog}>
          Done
        </Button>
      }
    >
      <p>
        {count(props.unresolved.length, 'passage')} could not be located. The words are kept in the brief as they stand.
      </p>
      <ul className="plain-list">
        {props.unresolved.map((item, index) => (
          <li key={index} className="finding">
            <span className="excerpt">{item.exact}</span>
            <span className="finding-why">
              {item.source && `${item.source} · `}
              {item.reason}
            </span>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
