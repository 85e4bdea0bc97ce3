# fish completion of belljar(1)
complete -c belljar -n __fish_use_subcommand -f -a check -d 'judge files, run nothing'
complete -c belljar -n __fish_use_subcommand -f -a run -d 'run a program or a handler'
complete -c belljar -n __fish_use_subcommand -f -a test -d 'run cases.json'
complete -c belljar -n __fish_use_subcommand -f -a record -d 'run and write a transcript'
complete -c belljar -n __fish_use_subcommand -f -a replay -d 'decide again from a transcript'
complete -c belljar -n __fish_use_subcommand -f -a subset -d 'what the profile offers'
complete -c belljar -n __fish_use_subcommand -f -a disasm -d 'tokens, tree or bytecode'
complete -c belljar -n __fish_use_subcommand -f -a help -d 'explain a topic'
complete -c belljar -n __fish_use_subcommand -f -a version -d 'show the version'
complete -c belljar -n '__fish_seen_subcommand_from check run test record replay subset disasm' -l help -d 'Show the options' -s h
complete -c belljar -n '__fish_seen_subcommand_from check run test record subset disasm' -l profile -d 'What the programs may do' -x -a 'sym restrictedpython python'
complete -c belljar -n '__fish_seen_subcommand_from check run test record subset disasm' -l allow-module -d 'Lets programs import a module' -x
complete -c belljar -n '__fish_seen_subcommand_from check run test record replay subset disasm' -l format -d 'Form of the output' -x -a 'text json'
complete -c belljar -n '__fish_seen_subcommand_from check run test record replay subset disasm' -l json -d 'The same as --format json'
complete -c belljar -n '__fish_seen_subcommand_from check run test record replay subset disasm' -l color -d 'Colours' -x -a 'auto always never'
complete -c belljar -n '__fish_seen_subcommand_from check run test record replay subset disasm' -l quiet -d 'Say only what matters' -s q
complete -c belljar -n '__fish_seen_subcommand_from check' -l fail-on -d 'What makes the exit code 2' -x -a 'error warning'
complete -c belljar -n '__fish_seen_subcommand_from run record' -l handler -d 'Flow mode: what to call' -x
complete -c belljar -n '__fish_seen_subcommand_from run record' -l event -d 'The event document' -r -F
complete -c belljar -n '__fish_seen_subcommand_from run record' -l world -d 'Answers to every call' -r -F
complete -c belljar -n '__fish_seen_subcommand_from run record' -l now -d 'Fixes the clock' -x
complete -c belljar -n '__fish_seen_subcommand_from run record' -l allow-host -d 'Lets requests reach this host' -x
complete -c belljar -n '__fish_seen_subcommand_from run record' -l live -d 'The real services' -r -F
complete -c belljar -n '__fish_seen_subcommand_from run record test' -l max-steps -d 'Work units' -x
complete -c belljar -n '__fish_seen_subcommand_from run record test' -l max-memory -d 'Size of the heap' -x
complete -c belljar -n '__fish_seen_subcommand_from run record test' -l max-depth -d 'Nested calls' -x
complete -c belljar -n '__fish_seen_subcommand_from run record test' -l timeout -d 'Seconds of execution' -x
complete -c belljar -n '__fish_seen_subcommand_from run record test' -l max-effects -d 'Calls that leave through the host' -x
complete -c belljar -n '__fish_seen_subcommand_from run record test' -l max-output -d 'Size of what is printed' -x
complete -c belljar -n '__fish_seen_subcommand_from record' -l transcript -d 'Where to write the transcript' -r -F
complete -c belljar -n '__fish_seen_subcommand_from record' -l case -d 'Where to write a case' -r -F
complete -c belljar -n '__fish_seen_subcommand_from test' -l junit -d 'Write the results as JUnit XML' -r -F
complete -c belljar -n '__fish_seen_subcommand_from test' -l jobs -d 'Threads' -s j -x
complete -c belljar -n '__fish_seen_subcommand_from replay' -l source -d 'A changed program' -r -F
complete -c belljar -n '__fish_seen_subcommand_from replay' -l secrets -d 'The values of the secrets' -r -F
complete -c belljar -n '__fish_seen_subcommand_from disasm' -l stage -d 'What to show' -x -a 'tokens ast bytecode'
complete -c belljar -n '__fish_seen_subcommand_from help' -f -a 'check run test record replay subset disasm exit-codes limits profiles'
