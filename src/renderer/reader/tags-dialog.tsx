import { useEffect, useId, useRef, useState } from 'react'
import type { TagRow } from '../../shared/case/codebook/passages.ts'
import { tagKey } from '../../shared/case/codebook/codebook.ts'
import { useCase } from '../state/case/case.ts'
import { createMark, loadTags, useMarks } from '../state/sources/marks.ts'
import { ask } from '../state/window/bridge.ts'
import { closeDialog } from '../state/window/dialogs.ts'
import { announce } from '../state/window/toasts.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Icon } from '../ui/icon.tsx'
import { TagDot } from '../ui/swatches.tsx'
import './tags-dialog.css'

/** What is tagged: a passage that is marked with it, a mark, a quote, or sources as a whole. */
export type TagSubject =
  | { of: 'range'; sourceId: string; start: number; end: number }
  | { of: 'mark' | 'quote'; id: string }
  | { of: 'sources'; ids: string[] }

const NONE: readonly TagRow[] = []

/** Tags to be given and taken away: typed to be found or made, gone through by arrows, chosen by Enter. */
export function TagsDialog({ subject }: { subject: TagSubject }) {
  const tags = useMarks((state) => state.tags) ?? NONE
  const marks = useMarks((state) => state.marks)
  const quotes = useCase((state) => state.quotes)
  const sources = useCase((state) => state.sources)
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  /** The mark that was made of a passage by the first tag. */
  const [made, setMade] = useState<string | null>(null)
  const list = useRef<HTMLUListElement>(null)
  const listId = useId()
  useEffect(() => void loadTags(), [])

  const markId = subject.of === 'mark' ? subject.id : made
  const has = (tag: TagRow): boolean => {
    const named = (names: readonly string[]): boolean => names.some((name) => tagKey(name) === tagKey(tag.name))
    if (subject.of === 'quote') return named(quotes.get(subject.id)?.tags ?? [])
    if (subject.of === 'sources') {
      const rows = sources.filter(({ id }) => subject.ids.includes(id))
      return rows.length > 0 && rows.every((row) => named(row.tags))
    }
    return marks.find(({ id }) => id === markId)?.tags.includes(tag.id) ?? false
  }

  const wanted = tagKey(text)
  const found = tags.filter(({ name }) => tagKey(name).includes(wanted))
  const isNew = wanted !== '' && !tags.some(({ name }) => tagKey(name) === wanted)
  const options = found.length + (isNew ? 1 : 0)
  const active = Math.min(at, Math.max(0, options - 1))
  useEffect(() => {
    list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [active, text])

  const give = async (tag: Pick<TagRow, 'id' | 'name'>, on: boolean): Promise<void> => {
    if (subject.of === 'range' && markId === null) {
      const mark = await createMark(subject, undefined, [tag.id])
      if (mark) setMade(mark.id)
      announce(`Tagged ${tag.name}`)
      return
    }
    const done = await ask('tag.give', {
      marks: markId === null ? [] : [markId],
      quotes: subject.of === 'quote' ? [subject.id] : [],
      sources: subject.of === 'sources' ? subject.ids : [],
      add: on ? [tag.id] : [],
      remove: on ? [] : [tag.id]
    })
    if (done) announce(on ? `Tagged ${tag.name}` : `${tag.name} was taken away`)
  }
  const create = async (): Promise<void> => {
    const tag = await ask('tag.create', { name: text.trim(), colour: null, description: '', parent: null })
    if (tag) await give(tag, true)
  }
  const choose = async (index: number): Promise<void> => {
    const tag = found[index]
    if (tag) await give(tag, !has(tag))
    else if (isNew) await create()
    setText('')
    setAt(0)
  }
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const by = event.key === 'ArrowDown' ? 1 : -1
      setAt(Math.min(Math.max(0, options - 1), Math.max(0, active + by)))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (event.ctrlKey || event.metaKey || options === 0) closeDialog()
      else void choose(active)
    }
  }
  const optionId = (index: number): string => `${listId}-${index}`
  return (
    <Dialog
      title={TITLES[subject.of]}
      width={420}
      onClose={closeDialog}
      actions={
        <Button look="primary" onPress={closeDialog}>
          Done
        </Button>
      }
    >
      <input
        className="input"
        role="combobox"
        aria-label="Find a tag, or name a new one"
        aria-expanded="true"
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={options > 0 ? optionId(active) : undefined}
        placeholder="Find a tag, or name a new one"
        value={text}
        autoFocus
        onChange={(event) => {
          setText(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      <ul
        id={listId}
        ref={list}
        className="tag-options"
        role="listbox"
        aria-label="Tags"
        aria-multiselectable="true"
        onPointerDown={(event) => event.preventDefault()}
      >
        {found.map((tag, index) => (
          <li
            key={tag.id}
            id={optionId(index)}
            role="option"
            aria-selected={has(tag)}
            aria-current={index === active}
            style={{ paddingInlineStart: 8 + (wanted === '' ? Math.min(tag.depth, 8) * 16 : 0) }}
            onClick={() => void choose(index)}
          >
            <TagDot colour={tag.colour} />
            <span dir="auto">{tag.name}</span>
            {has(tag) && <Icon name="check" />}
          </li>
        ))}
        {isNew && (
          <li
            id={optionId(found.length)}
            role="option"
            aria-selected={false}
            aria-current={active === found.length}
            onClick={() => void choose(found.length)}
          >
            New tag “{text.trim()}”
          </li>
        )}
      </ul>
      {tags.length === 0 && text === '' && (
        <p className="hint">There are no tags yet. Type a name and press Enter to make the first.</p>
      )}
    </Dialog>
  )
}

const TITLES: Record<TagSubject['of'], string> = {
  range: 'Tag these words',
  mark: 'Tags of the mark',
  quote: 'Tags of the quote',
  sources: 'Tags of the sources'
}
