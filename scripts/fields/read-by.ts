/**
 * Whether a consumer that names one path reads the field at another: the field itself, what lies in it, and what it lies
 * in. `[]` stands for the items of a list, and `*` in the path of a field for any name.
 */
export function isReadBy(field: string, named: string): boolean {
  const [asked, given] = [stepsOf(field), stepsOf(named)];
  return asked.slice(0, given.length).every((step, index) => {
    const other = given[index];
    return step === other || (step === '*' && other !== '[]') || (other === '*' && step !== '[]');
  });
}

function stepsOf(path: string): readonly string[] {
  return path.replaceAll(/\[\d*\]/g, '.[]').split('.');
}
