import { AMENITIES } from '../../shared/domain/space.ts'
import { AMENITY_GROUPS } from '../kit/amenities/amenity-groups.ts'
import { Choices } from '../kit/field/choices.tsx'
import type { FieldErrors } from '../kit/field/error-summary.tsx'
import { TextField } from '../kit/field/text-field.tsx'
import { textIn } from '../kit/text-in.ts'
import { amenityTitles, amenityWords } from '../kit/words/fr/amenity-words.ts'
import type { SetUp } from './set-up.ts'
import { StepForm, type StepProps } from './step.tsx'
import { form } from './words/fr/lending-form.ts'

const { what: words } = form

const USES = ['desk', 'room', 'workshop'] as const
const GROUPS = ['access', 'onSite'] as const
const MOST_PLACES = 500

const check = ({ name, capacity, uses, workshops }: SetUp): FieldErrors => ({
  ...(!/[\p{L}\p{N}]/u.test(name) && { name: words.nameMissing }),
  ...(!(Number.isInteger(capacity) && capacity >= 1 && capacity <= MOST_PLACES) && {
    capacity: words.capacityWrong,
  }),
  ...(uses.length === 0 && !workshops && { uses: words.usesMissing }),
})

type WhatStepProps = StepProps & {
  readonly others: readonly { readonly id: string; readonly name: string }[]
}

const read = (form: FormData, setUp: SetUp): SetUp => {
  const uses = form.getAll('uses')
  return {
    ...setUp,
    name: textIn(form, 'name'),
    capacity: Number(textIn(form, 'capacity')),
    uses: (['desk', 'room'] as const).filter((use) => uses.includes(use)),
    workshops: uses.includes('workshop'),
    amenities: AMENITIES.filter((each) => GROUPS.some((group) => form.getAll(group).includes(each))),
    features: textIn(form, 'features')
      .split(',')
      .map((each) => each.trim())
      .filter(Boolean),
    parts: form.getAll('parts').map(String),
  }
}

type FieldsProps = { readonly setUp: SetUp; readonly errors: FieldErrors }

const Size = ({ setUp, errors }: FieldsProps) => (
  <>
    <TextField
      id="name"
      label={words.name}
      hint={words.nameHint}
      autocomplete="off"
      maxLength={80}
      defaultValue={setUp.name}
      error={errors.name}
    />
    <TextField
      id="capacity"
      label={words.capacity}
      autocomplete="off"
      inputmode="numeric"
      maxLength={3}
      defaultValue={String(setUp.capacity || '')}
      error={errors.capacity}
    />
  </>
)

const Uses = ({ setUp, errors }: FieldsProps) => (
  <>
    <Choices
      id="uses"
      legend={words.uses}
      options={USES.map((use) => [use, words.useNames[use]] as const)}
      chosen={[...setUp.uses, ...(setUp.workshops ? ['workshop'] : [])]}
      many
      error={errors.uses}
    />
    {GROUPS.map((group) => (
      <Choices
        key={group}
        id={group}
        legend={amenityTitles[group]}
        options={AMENITY_GROUPS[group].map((each) => [each, amenityWords[each]] as const)}
        chosen={setUp.amenities ?? []}
        many
        row
      />
    ))}
    <TextField
      id="features"
      label={words.features}
      hint={words.featuresHint}
      autocomplete="off"
      maxLength={400}
      defaultValue={setUp.features.join(', ')}
    />
  </>
)

/** The name of a space, its capacity and its uses. */
export const WhatStep = ({ setUp, others, ...step }: WhatStepProps) => (
  <StepForm {...step} setUp={setUp} title={words.title} read={(form) => read(form, setUp)} check={check}>
    {(errors) => (
      <>
        <Size setUp={setUp} errors={errors} />
        <Uses setUp={setUp} errors={errors} />
        {others.length > 0 && (
          <Choices
            id="parts"
            legend={words.parts}
            options={others.map(({ id, name }) => [id, name] as const)}
            chosen={setUp.parts}
            many
          />
        )}
      </>
    )}
  </StepForm>
)
