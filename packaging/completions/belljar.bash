# bash completion of belljar(1)
_belljar() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}
  local commands="check run test record replay subset disasm help version"
  local form="--help --format --json --color --quiet"
  local profile="--profile --allow-module"
  local limits="--max-steps --max-memory --max-depth --timeout --max-effects --max-output"
  local world="--handler --event --world --now --allow-host --live"
  local options=
  if [[ $COMP_CWORD -eq 1 ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$commands --help --version" -- "$cur")
    return
  fi
  case $prev in
    --profile) mapfile -t COMPREPLY < <(compgen -W "sym restrictedpython python" -- "$cur"); return ;;
    --format) mapfile -t COMPREPLY < <(compgen -W "text json" -- "$cur"); return ;;
    --color) mapfile -t COMPREPLY < <(compgen -W "auto always never" -- "$cur"); return ;;
    --fail-on) mapfile -t COMPREPLY < <(compgen -W "error warning" -- "$cur"); return ;;
    --stage) mapfile -t COMPREPLY < <(compgen -W "tokens ast bytecode" -- "$cur"); return ;;
    --event | --world | --live | --transcript | --case | --source | --secrets | --junit)
      mapfile -t COMPREPLY < <(compgen -f -- "$cur"); return ;;
    --allow-module | --handler | --now | --allow-host | --max-* | --timeout | --jobs | -j) return ;;
  esac
  case $command in
    check) options="$form $profile --fail-on" ;;
    run) options="$form $profile $world $limits" ;;
    record) options="$form $profile $world $limits --transcript --case" ;;
    test) options="$form $profile $limits --junit --jobs" ;;
    replay) options="$form --source --secrets" ;;
    subset) options="$form $profile" ;;
    disasm) options="$form $profile --stage" ;;
    help) mapfile -t COMPREPLY < <(compgen -W "$commands exit-codes limits profiles" -- "$cur"); return ;;
  esac
  if [[ $cur == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$options" -- "$cur")
  else
    mapfile -t COMPREPLY < <(compgen -f -- "$cur")
  fi
}
complete -o filenames -F _belljar belljar
