/** Categories and how often each is drawn, per mille; every list adds up to 1,000. */
export type Choices = Readonly<Record<string, Readonly<Record<string, number>>>>;
