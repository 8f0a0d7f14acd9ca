import { useState } from 'react'
import { TEMPLATES, type Template } from '../../shared/brief/templates.ts'
import { createBrief, flushBrief, useBrief } from '../state/brief/brief.ts'
import { beginWriting } from '../state/brief/editor.ts'
import { useCase } from '../state/case/case.ts'
import { ask } from '../state/window/bridge.ts'
import { closeDialog } from '../state/window/dialogs.ts'
import { announce, showMessage } from '../state/window/toasts.ts'
import { useRequest } from '../state/window/use-request.ts'
import { Button } from '../ui/button.tsx'
import { Select, TextField } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { Asked } from '../parts/asked.tsx'
import './template-dialogs.css'

/** Makes a brief from a template. */
export function NewBriefDialog() {
  const record = useCase((state) => state.record)
  const [title, setTitle] = useState(record?.title ?? '')
  const [id, setId] = useState(TEMPLATES[0]!.id)
  const [removed, setRemoved] = useState<readonly string[]>([])
  const answer = useRequest('template.list', {})
  const listed = answer.phase === 'answered' ? answer.value : { templates: [], unread: [] }
  const own = listed.templates.filter((template) => !removed.includes(template.id))
  const all = [...TEMPLATES, ...own]
  const chosen = all.find((template) => template.id === id) ?? TEMPLATES[0]!
  const make = async (): Promise<void> => {
    if (title.trim() === '' || !(await createBrief(title.trim(), chosen.id))) return
    closeDialog()
    beginWriting()
  }
  return (
    <FormDialog
      title="New brief"
      action="Make the brief"
      width={600}
      isDisabled={title.trim() === ''}
      onSubmit={() => void make()}
      onClose={closeDialog}
    >
      <TextField label="Title" value={title} onChange={setTitle} autoFocus selectOnFocus isRequired />
      <Select label="Template" value={chosen.id} onChange={setId} options={all.map(optionOf)} />
      <p>{chosen.description}</p>
      <Sections template={chosen} />
      {own.includes(chosen) && (
        <Button
          className="small"
          onPress={() => {
            void ask('template.delete', { id: chosen.id }).then((done) => {
              if (!done) return
              setRemoved([...removed, chosen.id])
              setId(TEMPLATES[0]!.id)
              announce(`The template ${chosen.name} was removed.`)
            })
          }}
        >
          Remove this template
        </Button>
      )}
      <Asked answer={answer} />
      {listed.unread.map(({ file, reason }) => (
        <p key={file} className="hint">
          {file}: {reason}
        </p>
      ))}
    </FormDialog>
  )
}

function optionOf({ id, name, description }: Template) {
  return {
    value: id,
    label: (
      <span className="template-option">
        {name}
        <span className="hint">{description}</span>
      </span>
    ),
    text: name
  }
}

/** What a template's sections are for. */
function Sections({ template }: { template: Template }) {
  const titled = template.sections.filter(({ title }) => title !== '')
  if (titled.length === 0) return null
  return (
    <ol className="template-sections" aria-label="Sections">
      {titled.map(({ title, about }, index) => (
        <li key={index}>
          <b dir="auto">{title}</b> <span className="hint">{about}</span>
        </li>
      ))}
    </ol>
  )
}

/** Makes a template of the open brief. */
export function SaveTemplateDialog() {
  const briefId = useBrief((state) => state.id)
  const sealed = useCase((state) => state.sealed)
  const [name, setName] = useState('')
  const [description, setDescription] = useState('')
  const save = async (): Promise<void> => {
    if (briefId === null || name.trim() === '' || !(await flushBrief())) return
    if (!(await ask('template.save', { briefId, name: name.trim(), description: description.trim() }))) return
    closeDialog()
    showMessage(`The template “${name.trim()}” is there for new briefs, in every case.`)
  }
  return (
    <FormDialog
      title="Save as a template"
      action="Save the template"
      isDisabled={name.trim() === ''}
      onSubmit={() => void save()}
      onClose={closeDialog}
    >
      <p>
        The template has the titles of the brief’s sections, the kinds of their statements and the headers of their
        tables, and nothing else of what was written.
      </p>
      {sealed && (
        <p className="notice">
          It is kept outside of the encrypted case, in clear: look whether a title or a header gives something away.
        </p>
      )}
      <TextField label="Name" value={name} onChange={setName} autoFocus isRequired />
      <TextField label="What it is for" value={description} onChange={setDescription} rows={2} />
    </FormDialog>
  )
}
