import { useRef } from 'react'
import { Input, TextField } from 'react-aria-components'
import { useCase } from '../state/case/case.ts'
import { Button, IconButton, ToggleButton } from '../ui/button.tsx'
import { count } from '../ui/format.ts'
import { countWords, FindBarFrame, FindRow } from '../ui/find-row.tsx'
import { Icon } from '../ui/icon.tsx'
import { closeFind, look, replaceAll, replaceOne, stepFind, undoReplacement } from './find-actions.ts'
import { useFind } from './find-state.ts'

/** Finds words in the open brief, and replaces them outside quotes. */
export function FindBar() {
  const { query, found, now, replacing, matchCase, wholeWords } = useFind()
  const readOnly = useCase((state) => state.readOnly)
  return (
    <FindBarFrame onClose={closeFind}>
      <FindRow
        label="Find in the brief"
        value={query}
        onChange={(value) => look({ query: value })}
        count={query.trim() === '' ? '' : countWords(now, found)}
        onStep={stepFind}
        onClose={closeFind}
      >
        <ToggleButton label="Aa: match case" isSelected={matchCase} onChange={(on) => look({ matchCase: on })}>
          Aa
        </ToggleButton>
        <ToggleButton label="ab: whole words" isSelected={wholeWords} onChange={(on) => look({ wholeWords: on })}>
          <u>ab</u>
        </ToggleButton>
        {!readOnly && (
          <IconButton
            label={replacing ? 'Hide the field to replace' : 'Replace'}
            aria-expanded={replacing}
            onPress={() => useFind.setState({ replacing: !replacing })}
          >
            <Icon name={replacing ? 'up' : 'replace'} />
          </IconButton>
        )}
      </FindRow>
      {replacing && <ReplaceRow />}
    </FindBarFrame>
  )
}

function ReplaceRow() {
  const { replacement, found, verbatim } = useFind()
  // What Ctrl+Z takes back: the replacement that was just made, else what was typed into the field.
  const replaced = useRef(false)
  const none = found === verbatim
  const act = (what: () => void) => (): void => {
    what()
    replaced.current = true
  }
  return (
    <div
      className="find-row"
      onKeyDown={(event) => {
        const isUndo = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey
        if (isUndo && replaced.current && undoReplacement()) event.preventDefault()
      }}
    >
      <TextField
        aria-label="Replace with"
        value={replacement}
        onChange={(value) => {
          replaced.current = false
          useFind.setState({ replacement: value })
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') act(replaceOne)()
          else event.continuePropagation()
        }}
      >
        <Input className="input" placeholder="Replace with" />
      </TextField>
      {verbatim > 0 && <span className="find-count">{count(verbatim, 'place')} in quotes kept</span>}
      <Button look="outline" className="small" isDisabled={none} onPress={act(replaceOne)}>
        Replace
      </Button>
      <Button look="outline" className="small" isDisabled={none} onPress={act(replaceAll)}>
        Replace all
      </Button>
    </div>
  )
}
