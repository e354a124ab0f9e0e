/** One line of a list to choose from. */
export interface Choice<V extends string> {
  value: V;
  label: string;
}
