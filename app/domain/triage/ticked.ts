/** How many choices are ticked; "none" and "not sure" are no choice. */
export const ticked = (values: readonly unknown[]): number =>
  values.filter((value) => value !== 'none' && value !== 'not_sure').length
