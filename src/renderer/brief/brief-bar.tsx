import { useRef } from 'react'
import { Toolbar } from 'react-aria-components'
import { toggleMark } from '@tiptap/pm/commands'
import { wrapInList } from '@tiptap/pm/schema-list'
import { openBrief, deleteBrief, useBrief } from '../state/brief/brief.ts'
import { useCase } from '../state/case/case.ts'
import { showDialog } from '../state/window/dialogs.ts'
import { menuEntry } from '../registry/menu-entries.ts'
import { Button, ToggleButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { MenuButton, type MenuGroup } from '../ui/menu.tsx'
import { addSection, removeSection, sectionAt } from '../state/brief/document.ts'
import { moveBy } from '../state/brief/moving.ts'
import { runInEditor, useEditor } from '../state/brief/editor.ts'
import { briefFields, briefFromMarkdown, newBrief, saveAsMarkdown } from './commands.ts'
import { InsertMenu, TableMenu } from './insert-menu.tsx'
import { moveSectionBy } from './keymap.ts'
import { openPicker } from './picker-plugin.ts'
import { withholdSelection } from '../state/brief/withhold-choice.ts'
import { openFacts } from './statement.ts'

/** Which brief, how long, and the few things that aren't typed. */
export function BriefBar() {
  const briefs = useCase((state) => state.briefs)
  const readOnly = useCase((state) => state.readOnly)
  const { id, phase } = useBrief()
  const at = briefs.findIndex((row) => row.id === id)
  const open = phase === 'shown'
  return (
    <div className="bar brief-bar">
      {at >= 0 && (
        <span className="bar-fact">
          Brief {at + 1} of {briefs.length}
        </span>
      )}
      <MenuButton className="small" groups={switcher(briefs, id)}>
        Briefs <Icon name="down" />
      </MenuButton>
      <span className="bar-space" />
      {open && (
        <Toolbar className="bar-tools" aria-label="Text of the brief">
          <TextTools readOnly={readOnly} />
          <MenuButton className="icon" label="More" groups={more(readOnly)}>
            <Icon name="more" />
          </MenuButton>
        </Toolbar>
      )}
    </div>
  )
}

function TextTools({ readOnly }: { readOnly: boolean }) {
  const editor = useEditor((state) => state.editor)
  const { bold, italic, table } = useEditor((state) => state.caret)
  if (!editor) return null
  const mark = (name: string): void => void runInEditor(toggleMark(editor.schema.marks[name]!))
  return (
    <>
      <ToggleButton label="Bold" isSelected={bold} isDisabled={readOnly} onChange={() => mark('bold')}>
        <b>B</b>
      </ToggleButton>
      <ToggleButton label="Italic" isSelected={italic} isDisabled={readOnly} onChange={() => mark('italic')}>
        <i>I</i>
      </ToggleButton>
      {table ? <TableMenu readOnly={readOnly} /> : <StatementButton readOnly={readOnly} />}
      <InsertMenu readOnly={readOnly} />
      <Button className="small" isDisabled={readOnly} onPress={() => openPicker(editor.view)}>
        Cite @
      </Button>
    </>
  )
}

/** Opens what is said of the statement at the caret. */
function StatementButton({ readOnly }: { readOnly: boolean }) {
  const none = useEditor((state) => state.caret.statement === null)
  const button = useRef<HTMLButtonElement>(null)
  return (
    <Button
      ref={button}
      className="small"
      isDisabled={none || readOnly}
      aria-haspopup="dialog"
      onPress={() => openFacts(button.current ?? undefined)}
    >
      Statement
    </Button>
  )
}

function switcher(briefs: { id: string; title: string }[], open: string | null): MenuGroup[] {
  return [
    {
      title: 'Briefs of this case',
      entries: briefs.map((row) => ({
        id: row.id,
        label: row.title || 'Untitled brief',
        checked: row.id === open,
        onAction: () => void openBrief(row.id)
      }))
    },
    {
      entries: [menuEntry(newBrief), menuEntry(briefFromMarkdown, 'From Markdown…')]
    }
  ].filter((group) => group.entries.length > 0)
}

function more(readOnly: boolean): MenuGroup[] {
  const entry = (id: string, label: string, onAction: () => unknown, keys?: string) => ({
    id,
    label,
    onAction,
    disabled: readOnly,
    ...(keys ? { keys } : {})
  })
  const list = (name: string): boolean =>
    runInEditor((state, dispatch) => wrapInList(state.schema.nodes[name]!)(state, dispatch))
  return [
    {
      title: 'Blocks and sections',
      entries: [
        entry('block-up', 'Move block up', () => runInEditor(moveBy(-1)), 'Alt ↑'),
        entry('block-down', 'Move block down', () => runInEditor(moveBy(1)), 'Alt ↓'),
        entry('add-section', 'Add section', () =>
          runInEditor((state, dispatch) => (dispatch?.(addSection(state)), true))
        ),
        entry('up', 'Move section up', () => runInEditor(moveSectionBy(-1)), 'Alt Shift ↑'),
        entry('down', 'Move section down', () => runInEditor(moveSectionBy(1)), 'Alt Shift ↓'),
        entry('remove-section', 'Remove section', () =>
          runInEditor((state, dispatch) => {
            dispatch?.(removeSection(state, sectionAt(state.selection.$from).index))
            return true
          })
        )
      ]
    },
    {
      title: 'Text',
      entries: [
        entry('bullets', 'Bullet list', () => list('bulletList'), '- '),
        entry('numbers', 'Numbered list', () => list('orderedList'), '1. '),
        entry('subheading', 'Subheading', () => setBlock('subheading'), '### '),
        entry('statement', 'Statement', () => setBlock('statement')),
        entry('link', 'Link…', () => showDialog({ kind: 'link' }))
      ]
    },
    {
      title: 'Redacted exports',
      entries: [
        entry('withhold', 'Withhold the selected words…', withholdSelection),
        {
          id: 'withheld',
          label: 'What is withheld…',
          onAction: () => showDialog({ kind: 'withheld', fromExport: false })
        }
      ]
    },
    {
      title: 'Brief',
      entries: [
        menuEntry(briefFields, 'Title, author, date, handling…'),
        menuEntry(saveAsMarkdown, 'Save as Markdown…'),
        {
          ...entry('delete-brief', 'Delete brief', () => {
            const { id } = useBrief.getState()
            if (id !== null) void deleteBrief(id)
          }),
          danger: true
        }
      ]
    }
  ]
}

function setBlock(name: 'statement' | 'subheading'): void {
  const { editor } = useEditor.getState()
  editor?.chain().focus().setNode(name).run()
}
