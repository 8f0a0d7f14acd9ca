import type { BriefDocument } from '../../shared/brief/brief.ts'
import type { BriefCheck } from '../../shared/brief/check.ts'
import { setDocumentReader, useBrief } from '../state/brief/brief.ts'
import { useCase } from '../state/case/case.ts'
import { NO_CARET, useEditor } from '../state/brief/editor.ts'
import { whenSettled } from '../state/brief/settled.ts'
import { useLocators } from '../state/case/locators.ts'
import { marksOf, useAnalysis } from '../state/brief/analysis.ts'
import { openThreads, useComments } from '../state/brief/comments.ts'
import { analysisKey } from './analysis-marks.ts'
import { annotationsKey } from './annotations.ts'
import { citedChanged, dropViews, redrawViews, refreshNumbers } from './case-context.ts'
import { makeEditor } from './make-editor.ts'
import { numberingKey } from './numbering.ts'
import { hideOverlays } from './overlays.ts'
import { withheldKey } from './withheld-marks.ts'

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
    drawn = ''
    editor?.destroy()
    dropViews()
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
  let drawn = ''
  const drawMarks = (): void => {
    const { editor } = useEditor.getState()
    const marks = marksOf(useAnalysis.getState(), openThreads(useComments.getState()))
    const told = JSON.stringify([...marks])
    // While one writes, analysis after analysis finds the same.
    if (!editor || told === drawn) return
    drawn = told
    whenSettled(editor, (view) => view.dispatch(view.state.tr.setMeta(analysisKey, marks)))
  }
  follow()
  const leave = [
    useBrief.subscribe((state, before) => {
      follow(state)
      // While one writes, check after check finds the same: drawing 5,000 statements again for that would be felt.
      if (state.check && !sameFindings(state.check, before.check)) {
        const { check } = state
        const { editor } = useEditor.getState()
        if (!editor) return
        whenSettled(editor, (view) => {
          view.dispatch(view.state.tr.setMeta(annotationsKey, check))
          redrawViews()
        })
      }
    }),
    useBrief.subscribe((state, before) => {
      const { editor } = useEditor.getState()
      if (editor && state.id === before.id && state.withheld !== before.withheld) {
        whenSettled(editor, (view) => view.dispatch(view.state.tr.setMeta(withheldKey, state.withheld)))
      }
    }),
    useCase.subscribe((state, before) => {
      const { editor } = useEditor.getState()
      if (!editor) return
      if (state.quotes !== before.quotes) {
        whenSettled(editor, (view) => view.dispatch(view.state.tr.setMeta(numberingKey, 'recount')))
      }
      if (state.quotes !== before.quotes || citedChanged(state.sources, before.sources)) redrawViews()
      if (state.readOnly !== before.readOnly) editor.setEditable(!state.readOnly, false)
    }),
    useAnalysis.subscribe(drawMarks),
    useComments.subscribe(drawMarks),
    useLocators.subscribe(redrawViews)
  ]
  return () => {
    for (const stop of leave) stop()
    useEditor.getState().editor?.destroy()
    useEditor.setState({ editor: null, host: null })
  }
}
