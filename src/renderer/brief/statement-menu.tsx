import { CONFIDENCES, LIKELIHOODS, STATEMENT_KINDS } from '../../shared/brief/brief.ts'
import { useBrief } from '../state/brief/brief.ts'
import { withheldBlock } from '../state/brief/withheld.ts'
import { withholdStatement } from '../state/brief/withhold-choice.ts'
import { MenuButton, type MenuGroup } from '../ui/menu.tsx'
import { shownKeys } from '../ui/keys.ts'
import { useEditor } from '../state/brief/editor.ts'
import { kindCommands } from './commands.ts'
import { toggleStatement, type StatementAttribute } from './statement.ts'

const RANGES = ['1–5 %', '5–20 %', '20–45 %', '45–55 %', '55–80 %', '80–95 %', '95–99 %']
const KIND_KEYS = kindCommands.map(({ keys = '' }) => shownKeys(keys))

/** What the statement at the caret is: fact, judgement or assumption, how likely, how sure. */
export function StatementMenu() {
  const editor = useEditor((state) => state.editor)
  const statement = useEditor((state) => state.caret.statement)
  const withheld = useBrief((state) => state.withheld)
  const statementId = statement?.id ?? null
  const isWithheld = statementId !== null && withheldBlock(withheld, statementId) !== undefined
  const group = (
    title: string,
    name: StatementAttribute,
    values: readonly string[],
    details: readonly string[]
  ): MenuGroup => ({
    title,
    entries: values.map((value, index) => ({
      id: `${name}-${value}`,
      label: capital(value),
      ...(details[index] ? { keys: details[index] } : {}),
      checked: statement?.[name] === value,
      onAction: () => toggleStatement(name, value)
    }))
  })
  return (
    <MenuButton
      className="small"
      isDisabled={!statement || !editor?.isEditable}
      groups={[
        group('Kind', 'kind', STATEMENT_KINDS, KIND_KEYS),
        group('Likelihood', 'likelihood', LIKELIHOODS, RANGES),
        group('Confidence', 'confidence', CONFIDENCES, []),
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
