import { useEffect, useRef, useState } from 'react'
import type { TagRow } from '../../shared/case/codebook/passages.ts'
import { useCase } from '../state/case/case.ts'
import { loadTags, useMarks } from '../state/sources/marks.ts'
import { ask } from '../state/window/bridge.ts'
import { closeDialog } from '../state/window/dialogs.ts'
import { announce } from '../state/window/toasts.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/field.tsx'
import { TagDot } from '../ui/swatches.tsx'
import { VirtualList } from '../ui/virtual-list.tsx'
import { savePassages } from './files.ts'
import { PassageTable } from './passage-table.tsx'
import { TagForm } from './tag-form.tsx'
import './codebook.css'

const FORMAT = 'application/x-dossier-tag'
const NONE: readonly TagRow[] = []
const idOf = ({ id }: TagRow): string => id

/** The codebook: the tags in their hierarchy, what is known of the chosen one, and all that is tagged with it. */
export function CodebookDialog() {
  const tags = useMarks((state) => state.tags) ?? NONE
  const readOnly = useCase((state) => state.readOnly)
  const [id, setId] = useState<string | null>(null)
  const [editing, setEditing] = useState(false)
  const [below, setBelow] = useState(true)
  /** Whether what was dragged last was dropped with Shift held down. */
  const withShift = useRef(false)
  useEffect(() => void loadTags(), [])
  const active = tags.findIndex((tag) => tag.id === id)
  const tag = tags[active]

  const move = async (moved: string, parent: string | null): Promise<void> => {
    const done = await ask('tag.update', { id: moved, parent })
    if (!done) return
    setId(done.id)
    const above = tags.find((each) => each.id === done.parent)
    announce(above ? `${done.name} stands below ${above.name}.` : `${done.name} stands at the top.`)
  }
  const merge = async (gone: string, into: string): Promise<void> => {
    const done = await ask('tag.merge', { ids: [gone], into })
    if (!done) return
    setId(done.id)
    announce(`Merged into ${done.name}.`)
  }
  const onKey = (event: React.KeyboardEvent, of: TagRow, index: number): void => {
    if (readOnly) return
    const above = tags.slice(0, index).findLast((each) => each.depth === of.depth && each.parent === of.parent)
    if (event.key === 'F2') setEditing(true)
    else if (event.altKey && event.key === 'ArrowRight' && above) void move(of.id, above.id)
    else if (event.altKey && event.key === 'ArrowLeft' && of.parent !== null)
      void move(of.id, tags.find((each) => each.id === of.parent)?.parent ?? null)
    else return
    event.preventDefault()
  }
  return (
    <Dialog
      title="Codebook"
      width={1120}
      onClose={closeDialog}
      actions={
        <>
          {tag && (
            <span className="apart row">
              <Button look="outline" isDisabled={tag.total === 0} onPress={() => void savePassages(tag, below)}>
                Save what is tagged…
              </Button>
            </span>
          )}
          <Button look="primary" onPress={closeDialog}>
            Done
          </Button>
        </>
      }
    >
      <div className="codebook">
        <div
          className="codebook-tree"
          onDropCapture={(event) => {
            withShift.current = event.shiftKey
          }}
        >
          {!readOnly && <NewTag parent={tag?.id ?? null} parentName={tag?.name ?? null} onMade={setId} />}
          {tags.length === 0 ? (
            <p className="list-empty">There are no tags yet. Name the first above, or press T at a passage.</p>
          ) : (
            <VirtualList
              label="Tags"
              as="tree"
              items={tags}
              keyOf={idOf}
              estimate={30}
              rowClass="codebook-row"
              active={active}
              onActive={(index) => setId(tags[index]!.id)}
              onChoose={(chosen) => setId(chosen.id)}
              branch={({ depth }) => ({ level: depth + 1 })}
              selected={(each) => each.id === id}
              onKey={onKey}
              draggable={(each, data) => {
                data.setData(FORMAT, each.id)
                data.effectAllowed = 'move'
              }}
              drop={{
                takes: (data) => !readOnly && data.types.includes(FORMAT),
                onDrop: (data, index, side) => {
                  const dragged = data.getData(FORMAT)
                  const target = tags[index]
                  if (!target || target.id === dragged) return
                  if (withShift.current) void merge(dragged, target.id)
                  else void move(dragged, side === 'before' ? target.parent : target.id)
                }
              }}
            >
              {(each) => <TagLine tag={each} />}
            </VirtualList>
          )}
          {tags.length > 1 && !readOnly && (
            <p className="hint">
              Drag a tag onto another’s lower half to put it below that, onto the upper half to put it beside, with
              Shift to merge the two.
            </p>
          )}
        </div>
        <div className="codebook-tag">
          {tag ? (
            <>
              <TagForm
                key={tag.id}
                tag={tag}
                tags={tags}
                readOnly={readOnly}
                editing={editing}
                onEditing={setEditing}
                onMove={move}
                onMerge={merge}
                onDeleted={() => setId(null)}
              />
              <PassageTable tag={tag} below={below} onBelow={setBelow} />
            </>
          ) : (
            <p className="list-empty">Choose a tag to see all that is tagged with it.</p>
          )}
        </div>
      </div>
    </Dialog>
  )
}

function TagLine({ tag: { name, colour, depth, total } }: { tag: TagRow }) {
  return (
    <>
      <span className="codebook-name" style={{ paddingInlineStart: Math.min(depth, 10) * 16 }} dir="auto">
        <TagDot colour={colour} />
        {name}
      </span>
      <span className="codebook-count">
        {total.toLocaleString('en-GB')}
        <span className="hidden-text"> passages</span>
      </span>
    </>
  )
}

function NewTag(props: { parent: string | null; parentName: string | null; onMade: (id: string) => void }) {
  const [name, setName] = useState('')
  const [inside, setInside] = useState(false)
  const make = async (): Promise<void> => {
    if (name.trim() === '') return
    const parent = inside ? props.parent : null
    const tag = await ask('tag.create', { name: name.trim(), colour: null, description: '', parent })
    if (!tag) return
    setName('')
    props.onMade(tag.id)
    announce(`Tag ${tag.name} was made.`)
  }
  return (
    <form
      className="codebook-new"
      onSubmit={(event) => {
        event.preventDefault()
        void make()
      }}
    >
      <TextField label="New tag" value={name} onChange={setName} />
      {props.parentName !== null && (
        <label className="codebook-inside">
          <input type="checkbox" checked={inside} onChange={(event) => setInside(event.target.checked)} /> below{' '}
          {props.parentName}
        </label>
      )}
    </form>
  )
}
