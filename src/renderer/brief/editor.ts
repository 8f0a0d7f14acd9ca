import { Editor, Extension, type JSONContent } from '@tiptap/core'
import { NodeSelection, Plugin, TextSelection } from '@tiptap/pm/state'
import { isInTable, tableEditing } from '@tiptap/pm/tables'
import type { BriefDocument, Citation } from '../../shared/brief/brief.ts'
import type { BriefCheck } from '../../shared/brief/check.ts'
import type { SourceRow } from '../../shared/case/row.ts'
import { documentChanged, setDocumentReader, useBrief } from '../state/brief.ts'
import { findNode, statementAt } from '../state/brief-document.ts'
import { sourceRow, useCase } from '../state/case.ts'
import { showDialog } from '../state/dialogs.ts'
import { insertQuoteAt, NO_CARET, useEditor, type Caret } from '../state/editor.ts'
import { useParagraphs } from '../state/paragraphs.ts'
import { showQuote } from '../state/quotes.ts'
import { showPassage } from '../state/reader.ts'
import { annotationsKey, annotationsPlugin } from './annotations.ts'
import { CitationView } from './citation-view.ts'
import type { BriefContext } from './context.ts'
import { dropPlugin } from './drop.ts'
import { FigureView } from './figure-view.ts'
import { idPlugin } from './ids.ts'
import { BriefKeys } from './keymap.ts'
import { numberingKey, numberingPlugin, type Numbering } from './numbering.ts'
import { notePlugin } from './notes.ts'
import { hideOverlays, useOverlays, type OverlaysState } from './overlays.ts'
import { isOwnMarkup, pastedSlice } from './paste.ts'
import { openPicker, pickerPlugin, type PickerState } from './picker-plugin.ts'
import { movePicker } from './picker-state.ts'
import { QuoteBlockView } from './quote-block-view.ts'
import { NODES, SCHEMA } from './schema.ts'
import { withheldKey, withheldMarks } from './withheld-marks.ts'
import { headerPlugin } from './table-commands.ts'

const listeners = new Set<() => void>()
let numbering: Numbering = new Map()

function tell(): void {
  for (const listener of listeners) listener()
}

const sourceOf = (quoteId: string): string | null => useCase.getState().quotes.get(quoteId)?.sourceId ?? null

const context: BriefContext = {
  quote: (id) => (id === null ? undefined : useCase.getState().quotes.get(id)),
  source: (id) => sourceRow(useCase.getState().sources, id),
  sourceOf,
  check(id) {
    const { editor } = useEditor.getState()
    return id === null || !editor ? undefined : annotationsKey.getState(editor.state)?.quotes.get(id)
  },
  paragraph: (id) => (id === null ? undefined : useParagraphs.getState().of.get(id)),
  number: (id) => (id === null ? undefined : numbering.get(id)),
  show: ({ quoteId, sourceId, blockId }) => void showPlace(quoteId, sourceId, blockId),
  subscribe(listener) {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
}

/** True when a source that the brief cites has changed: an import brings thousands that it doesn't, and drawing has its price. */
function citedChanged(rows: SourceRow[], before: SourceRow[]): boolean {
  return rows !== before && [...numbering.keys()].some((id) => sourceRow(rows, id) !== sourceRow(before, id))
}

/** Leads to where a citation or a quote block comes from. */
async function showPlace(quoteId: string | null, sourceId: string | null, blockId: string | null): Promise<void> {
  if (quoteId !== null && useCase.getState().quotes.has(quoteId)) return showQuote(quoteId, 'brief')
  if (sourceId === null) return
  const found = useBrief.getState().check?.quotes.find((check) => check.blockId === blockId)?.verification
  await showPassage({ sourceId, start: found?.start ?? null, end: found?.end ?? null }, 'brief')
}

function makeEditor(doc: BriefDocument, host: HTMLElement): Editor {
  const plugins = Extension.create({
    name: 'briefPlugins',
    // Before the keys of the text: an open picker and a selected citation take Enter first.
    priority: 1100,
    addProseMirrorPlugins: () => [
      pickerPlugin({ onChange: placePicker, onKey: movePicker }),
      idPlugin(() => crypto.randomUUID()),
      numberingPlugin(sourceOf, refreshNumbers),
      annotationsPlugin({ findSupport }),
      dropPlugin((quote, pos) => insertQuoteAt(quote, pos)),
      notePlugin(),
      withheldMarks(useBrief.getState().withheld),
      headerPlugin(),
      tableEditing(),
      new Plugin({ props: { handleKeyDown: (_view, event) => showInSource(event) || enterBar(event) } })
    ]
  })
  return new Editor({
    element: host,
    injectCSS: false,
    enablePasteRules: false,
    // Reports of deletions would cost a walk over the document for every key.
    enableCoreExtensions: { delete: false, textDirection: false },
    extensions: [
      ...SCHEMA,
      NODES.citation.extend({
        addNodeView:
          () =>
          ({ node }) =>
            new CitationView(node, context)
      }),
      NODES.quoteBlock.extend({
        addNodeView:
          () =>
          ({ node }) =>
            new QuoteBlockView(node, context)
      }),
      NODES.figure.extend({
        addNodeView:
          () =>
          ({ node }) =>
            new FigureView(node, context, (id) => showDialog({ kind: 'figure', id }))
      }),
      BriefKeys,
      plugins
    ],
    content: doc as JSONContent,
    editable: !useCase.getState().readOnly,
    editorProps: {
      attributes: {
        class: 'brief-text',
        'aria-label': 'Text of the brief',
        'aria-multiline': 'true',
        'data-pane-focus': '',
        spellcheck: 'false'
      },
      handlePaste(view, event) {
        const html = event.clipboardData?.getData('text/html') ?? ''
        if (isOwnMarkup(html)) return false
        const slice = pastedSlice(view.state, html, event.clipboardData?.getData('text/plain') ?? '')
        if (slice) view.dispatch(view.state.tr.replaceSelection(slice).scrollIntoView())
        return true
      }
    },
    onUpdate: ({ transaction }) => {
      if (transaction.docChanged) documentChanged()
    },
    onTransaction: ({ editor, transaction }) => {
      if (transaction.selectionSet || transaction.docChanged || transaction.storedMarksSet) followCaret(editor)
    }
  })
}

/**
 * Tells the chrome where the caret is, but only when that changes what it shows: while React commits, it walks over the
 * whole text to keep the selection, which must not happen for every key.
 */
function followCaret(editor: Editor): void {
  const { caret } = useEditor.getState()
  const { citation } = useOverlays.getState()
  const attrs = statementAt(editor.state)?.node.attrs as Caret['statement'] | undefined
  const now: Caret = {
    bold: editor.isActive('bold'),
    italic: editor.isActive('italic'),
    statement: attrs ?? null,
    table: isInTable(editor.state)
  }
  const selected = selectedCitation(editor)
  const same =
    now.bold === caret.bold &&
    now.italic === caret.italic &&
    now.table === caret.table &&
    now.statement?.id === caret.statement?.id &&
    now.statement?.kind === caret.statement?.kind &&
    now.statement?.likelihood === caret.statement?.likelihood &&
    now.statement?.confidence === caret.statement?.confidence &&
    (now.statement === null) === (caret.statement === null)
  if (same && selected === citation) return
  if (!same) useEditor.setState({ caret: now })
  if (selected !== citation) useOverlays.setState({ citation: selected })
}

const BAR_WIDTH = 330

function selectedCitation({ state, view }: Editor): OverlaysState['citation'] {
  const { selection } = state
  if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'citation') return null
  const sheet = view.dom.closest('.sheet-scroll')
  if (!sheet) return null
  const { left, bottom } = view.coordsAtPos(selection.from)
  const frame = sheet.getBoundingClientRect()
  return {
    pos: selection.from,
    relation: (selection.node.attrs as Citation['attrs']).relation,
    left: Math.max(8, Math.min(left - frame.left, frame.width - BAR_WIDTH)),
    top: bottom - frame.top + sheet.scrollTop + 6
  }
}

/** Enter on a selected citation leads into its bar. */
function enterBar(event: KeyboardEvent): boolean {
  if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || !useOverlays.getState().citation) return false
  document.querySelector<HTMLElement>('.citation-bar button')?.focus()
  return true
}

function refreshNumbers(): void {
  const { editor } = useEditor.getState()
  numbering = (editor && numberingKey.getState(editor.state)) ?? numbering
  tell()
}

function placePicker(state: PickerState, view: Editor['view']): void {
  if (state.at === null) {
    useOverlays.setState({ picker: null })
    return
  }
  const { left, top, bottom } = view.coordsAtPos(state.at)
  useOverlays.setState({ picker: { ...state, left, top, bottom } })
}

/** Ctrl+Enter shows where the citation or quote at the caret comes from. */
function showInSource(event: KeyboardEvent): boolean {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return false
  const { editor } = useEditor.getState()
  if (!editor) return false
  const { $from } = editor.state.selection
  const block = $from.parent.type.name === 'quoteBlock' ? $from.parent : null
  const node = block ?? editor.state.doc.nodeAt(editor.state.selection.from) ?? $from.nodeBefore
  const near = node && ('quoteId' in node.attrs ? node : $from.nodeBefore)
  if (!near || !('quoteId' in near.attrs)) return true
  const { id, quoteId, sourceId } = near.attrs as Record<string, string | null>
  context.show({ quoteId: quoteId ?? null, sourceId: sourceId ?? null, blockId: id ?? null })
  return true
}

function sameFindings(a: BriefCheck, b: BriefCheck | null): boolean {
  if (a === b) return true
  const drawn = ({ findings, quotes }: BriefCheck): string => JSON.stringify([findings, quotes])
  return b !== null && drawn(a) === drawn(b)
}

/** Keeps one editor for the open brief, whether its pane is on the screen or not. */
export function startEditor(): () => void {
  const follow = (state = useBrief.getState()): void => {
    const { editor } = useEditor.getState()
    if (state.doc === shown) return
    shown = state.doc
    editor?.destroy()
    listeners.clear()
    if (!state.doc) {
      hideOverlays()
      useEditor.setState({ editor: null, host: null })
      return
    }
    const host = document.createElement('div')
    const fresh = makeEditor(state.doc, host)
    setDocumentReader(() => fresh.state.doc.toJSON() as BriefDocument)
    hideOverlays()
    useEditor.setState({ editor: fresh, host, caret: NO_CARET })
    refreshNumbers()
  }
  let shown: BriefDocument | null = null
  follow()
  const leave = [
    useBrief.subscribe((state, before) => {
      follow(state)
      // While one writes, check after check finds the same: drawing 5,000 statements again for that would be felt.
      if (state.check && !sameFindings(state.check, before.check)) {
        const { editor } = useEditor.getState()
        editor?.view.dispatch(editor.state.tr.setMeta(annotationsKey, state.check))
        tell()
      }
    }),
    useBrief.subscribe((state, before) => {
      const { editor } = useEditor.getState()
      if (editor && state.id === before.id && state.withheld !== before.withheld) {
        editor.view.dispatch(editor.state.tr.setMeta(withheldKey, state.withheld))
      }
    }),
    useCase.subscribe((state, before) => {
      const { editor } = useEditor.getState()
      if (!editor) return
      if (state.quotes !== before.quotes) editor.view.dispatch(editor.state.tr.setMeta(numberingKey, 'recount'))
      if (state.quotes !== before.quotes || citedChanged(state.sources, before.sources)) tell()
      if (state.readOnly !== before.readOnly) editor.setEditable(!state.readOnly, false)
    }),
    useParagraphs.subscribe(tell)
  ]
  return () => {
    for (const stop of leave) stop()
    useEditor.getState().editor?.destroy()
    useEditor.setState({ editor: null, host: null })
  }
}

/** Puts the caret at the end of a statement and opens the citation picker there. */
export function findSupport(statementId: string): void {
  const { editor } = useEditor.getState()
  const found = editor && findNode(editor.state.doc, statementId)
  if (!editor || !found) return
  const end = found.pos + found.node.nodeSize - 1
  editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, end)))
  openPicker(editor.view)
}
