import { CONFIDENCES, LIKELIHOODS, STATEMENT_KINDS } from '../../shared/brief/brief.ts'
import { useBrief } from '../state/brief/brief.ts'
import { withheldBlock } from '../state/brief/withheld.ts'
import { withholdStatement } from '../state/brief/withhold-choice.ts'
import { MenuButton, type MenuGroup } from '../ui/menu.tsx'
import { statementAt } from '../state/brief/document.ts'
import { useEditor } from '../state/brief/editor.ts'

const RANGES = ['1–5 %', '5–20 %', '20–45 %', '45–55 %', '55–80 %', '80–95 %', '95–99 %']

type Attribute = 'kind' | 'likelihood' | 'confidence'

/** What the statement at the caret is: fact, judgement or assumption, how likely, how sure. */
export function StatementMenu() {
  const editor = useEditor((state) => state.editor)
  const statement = useEditor((state) => state.caret.statement)
  const withheld = useBrief((state) => state.withheld)
  const statementId = statement?.id ?? null
  const isWithheld = statementId !== null && withheldBlock(withheld, statementId) !== undefined
  const set = (name: Attribute, value: string | null): void => {
    const found = editor && statementAt(editor.state)
    if (!found) return
    editor.view.dispatch(editor.state.tr.setNodeAttribute(found.pos, name, value))
    editor.view.focus()
  }
  const group = (title: string, name: Attribute, values: readonly string[], details?: string[]): MenuGroup => ({
    title,
    entries: [
      ...values.map((value, index) => ({
        id: `${name}-${value}`,
        label: capital(value),
        ...(details?.[index] ? { keys: details[index] } : {}),
        checked: statement?.[name] === value,
        onAction: () => set(name, statement?.[name] === value ? null : value)
      }))
    ]
  })
  return (
    <MenuButton
      className="small"
      isDisabled={!statement || !editor?.isEditable}
      groups={[
        group('Kind', 'kind', STATEMENT_KINDS),
        group('Likelihood', 'likelihood', LIKELIHOODS, RANGES),
        group('Confidence', 'confidence', CONFIDENCES),
        {
          title: 'Redacted exports',
          entries: [
            {
              id: 'withhold',
              label: isWithheld ? 'Withheld' : 'Withhold this statement…',
              checked: isWithheld,
              onAction: withholdStatement
            }
          ]
        }
      ]}
    >
      Statement
    </MenuButton>
  )
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
