/** Its dictionaries are plain strings, for which it ships no types. */
declare module 'opencc-js/dict/TSCharacters' {
  const dictionary: string;
  export default dictionary;
}
