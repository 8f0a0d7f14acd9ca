import { useState } from 'react'
import type { Source } from '../../shared/source/source.ts'
import { changeSources } from '../state/sources/sources.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'

/** The tags of a source, to add to and to take away from. */
export function Tags({ source, readOnly }: { source: Source; readOnly: boolean }) {
  const [tag, setTag] = useState('')
  const change = (addTags: string[], removeTags: string[]): void =>
    void changeSources([source.id], { metadata: {}, addTags, removeTags })
  if (readOnly && source.tags.length === 0) return null
  return (
    <section className="details-part" aria-label="Tags">
      <h3>Tags</h3>
      {source.tags.length > 0 && (
        <ul className="tags">
          {source.tags.map((name) => (
            <li key={name}>
              {name}
              {!readOnly && (
                <Button className="icon tight" aria-label={`Remove the tag ${name}`} onPress={() => change([], [name])}>
                  <Icon name="close" />
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {!readOnly && (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (tag.trim() !== '') change([tag.trim()], [])
            setTag('')
          }}
        >
          <TextField label="New tag" value={tag} onChange={setTag} hint="Enter adds it" />
        </form>
      )}
    </section>
  )
}
