import { classes } from '~/ui/classes'
import { FieldGroup } from '~/ui/field-group'

/** The pain while doing what usually hurts, or that it was not done; leaving both open is an answer, too. */
export function DiaryActivity({ defaultValue, errors }: { defaultValue?: string; errors?: string[] }) {
  return (
    <FieldGroup id="during" legend="And when you did what usually hurts?" errors={errors} className="mt-20">
      <label className="pick mb-8">
        <input type="radio" name="during" value="none" defaultChecked={defaultValue === 'none'} />
        <span>I did not do it</span>
      </label>
      <div className="pad">
        {Array.from({ length: 11 }, (_, value) => (
          <label key={value} className={classes(value === 10 && 'ten')}>
            <input type="radio" name="during" value={value} defaultChecked={defaultValue === String(value)} />
            <span>{value}</span>
          </label>
        ))}
      </div>
    </FieldGroup>
  )
}
