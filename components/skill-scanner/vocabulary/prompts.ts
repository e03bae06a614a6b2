// Where programs ask a person for something.

export const PROMPTS = [
  "builtins.input",
  "builtins.raw_input",
  "getpass.getpass",
  "click.prompt",
  "typer.prompt",
  "rich.prompt.Prompt.ask",
  "questionary.text",
  "questionary.password",
  "streamlit.text_input",
  "streamlit.text_area",
  "gradio.Textbox",
  "tkinter.simpledialog.askstring",
  "easygui.enterbox",
  "easygui.passwordbox",
  ...["prompt", "window.prompt", "readline-sync.question", "inquirer.prompt", "prompts", "enquirer.prompt"].map(
    (name) => `js.${name}`,
  ),
  ...["readline", "readline/promises"].map((name) => `js.${name}.createInterface().question`),
];

/** Words that restore a wallet, and keys that nobody but their owner ever needs. */
export const RESTORING_SECRET =
  /(seed|recovery|mnemonic|backup|wallet)[ _-]*(phrase|words|key)|mnemonic|private[ _-]?key|(12|24)[ -]?words?/i;
