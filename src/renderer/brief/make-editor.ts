import { Editor, Extension, type JSONContent } from '@tiptap/core'
import { Plugin, Selection, TextSelection } from '@tiptap/pm/state'
import { tableEditing } from '@tiptap/pm/tables'
import type { BriefDocument } from '../../shared/brief/brief.ts'
import { findNode } from '../state/brief/document.ts'
import { recheckSoon } from '../state/brief/analysis.ts'
import { documentChanged, useBrief } from '../state/brief/brief.ts'
import { useCase } from '../state/case/case.ts'
import { showDialog } from '../state/window/dialogs.ts'
import { useEditor } from '../state/brief/editor.ts'
import { analysisMarks } from './analysis-marks.ts'
import { annotationsPlugin } from './annotations.ts'
import { followCaret } from './caret.ts'
import { caseContext, refreshNumbers, sourceOf } from './case-context.ts'
import { CitationView } from './citation-view.ts'
import { caretMark } from './caret-mark.ts'
import { dropPlugin } from './drop.ts'
import { findPlugin } from './find-plugin.ts'
import { FigureView } from './figure-view.ts'
import { idPlugin } from './ids.ts'
import { BriefKeys } from './keymap.ts'
import { notePlugin } from './notes.ts'
import { numberingPlugin } from './numbering.ts'
import { useOverlays } from './overlays.ts'
import { isOwnMarkup, pasteForeign, picturesOf } from './paste/paste.ts'
import { openPicker, pickerPlugin, type PickerState } from './picker-plugin.ts'
import { movePicker } from './picker-state.ts'
import { QuoteBlockView } from './quote-block-view.ts'
import { NODES, SCHEMA } from './schema.ts'
import { openFactsOf } from './statement.ts'
import { headerPlugin } from './table-commands.ts'
import { withheldMarks } from './withheld-marks.ts'

/** Makes an editor of a brief's text in an element: its schema, views, keys and plugins. */
export function makeEditor(doc: BriefDocument, host: HTMLElement): Editor {
  const plugins = Extension.create({
    name: 'briefPlugins',
    // Before the keys of the text: an open picker and a selected citation take Enter first.
    priority: 1100,
    addProseMirrorPlugins: () => [
      pickerPlugin({ onChange: placePicker, onKey: movePicker }),
      idPlugin(() => crypto.randomUUID()),
      numberingPlugin(sourceOf, refreshNumbers),
      annotationsPlugin({ findSupport, openFacts: openFactsOf }),
      analysisMarks({
        showOrigins: (statementId) => showDialog({ kind: 'statement-origins', statementId }),
        showComments: (statementId) => showDialog({ kind: 'comments', statementId }),
        showFindings: (statementId) => showDialog({ kind: 'statement-findings', statementId })
      }),
      caretMark(),
      dropPlugin(),
      notePlugin(),
      withheldMarks(useBrief.getState().withheld),
      headerPlugin(),
      findPlugin(),
      tableEditing(),
      new Plugin({ props: { handleKeyDown: (_view, event) => showInSource(event) || enterBar(event) } })
    ]
  })
  const editor: Editor = new Editor({
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
            new CitationView(node, caseContext)
      }),
      NODES.quoteBlock.extend({
        addNodeView:
          () =>
          ({ node }) =>
            new QuoteBlockView(node, caseContext)
      }),
      NODES.figure.extend({
        addNodeView:
          () =>
          ({ node }) =>
            new FigureView(node, caseContext, (id) => showDialog({ kind: 'figure', id }))
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
        const data = event.clipboardData
        if (data) pasteForeign(editor, view, { html, text: data.getData('text/plain'), pictures: picturesOf(data) })
        return true
      },
      handleDrop(view, event, _slice, moved) {
        const data = event.dataTransfer
        const html = data?.getData('text/html') ?? ''
        // What is moved within the text is its own, and files are imported by the window.
        if (!data || moved || view.dragging || data.files.length > 0 || isOwnMarkup(html)) return false
        const text = data.getData('text/plain')
        const place = view.posAtCoords({ left: event.clientX, top: event.clientY })
        if (!place || (html === '' && text === '')) return true
        view.dispatch(view.state.tr.setSelection(Selection.near(view.state.doc.resolve(place.pos))))
        view.focus()
        pasteForeign(editor, view, { html, text, pictures: [] })
        return true
      }
    },
    onUpdate: ({ transaction }) => {
      if (!transaction.docChanged) return
      documentChanged()
      recheckSoon()
    },
    onTransaction: ({ transaction }) => {
      if (transaction.selectionSet || transaction.docChanged || transaction.storedMarksSet) followCaret(editor)
    }
  })
  return editor
}

function placePicker(state: PickerState, view: Editor['view']): void {
  if (state.at === null) {
    useOverlays.setState({ picker: null })
    return
  }
  const { left, top, bottom } = view.coordsAtPos(state.at)
  useOverlays.setState({ picker: { ...state, left, top, bottom } })
}

/** Enter on a selected citation leads into its bar. */
function enterBar(event: KeyboardEvent): boolean {
  if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || !useOverlays.getState().citation) return false
  document.querySelector<HTMLElement>('.citation-bar button')?.focus()
  return true
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
  caseContext.show({ quoteId: quoteId ?? null, sourceId: sourceId ?? null, blockId: id ?? null })
  return true
}

/** Puts the caret at the end of a statement and opens the citation picker there. */
function findSupport(statementId: string): void {
  const { editor } = useEditor.getState()
  const found = editor && findNode(editor.state.doc, statementId)
  if (!editor || !found) return
  const end = found.pos + found.node.nodeSize - 1
  editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, end)))
  openPicker(editor.view)
}
