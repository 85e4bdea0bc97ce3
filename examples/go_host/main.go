// The whole way from a source to a decision, in Go.
package main

// #cgo pkg-config: belljar
// #include <belljar.h>
// #include <stdlib.h>
import "C"

import (
	"errors"
	"fmt"
	"os"
	"unsafe"
)

const flow = `
def decide(request):
    print("asked by", request["who"])
    return {"allow": request["amount"] <= 100}
`

// decide compiles a source and calls one of its functions; args and result are JSON.
func decide(source, handler, args string) (output, result string, err error) {
	csource, chandler, cargs := C.CString(source), C.CString(handler), C.CString(args)
	defer C.free(unsafe.Pointer(csource))
	defer C.free(unsafe.Pointer(chandler))
	defer C.free(unsafe.Pointer(cargs))

	var engine *C.belljar_engine
	var program *C.belljar_program
	var report *C.belljar_text
	if C.belljar_engine_new(nil, &engine, nil) != C.BELLJAR_OK {
		return "", "", errors.New("no engine")
	}
	defer C.belljar_engine_free(engine)
	status := C.belljar_compile(engine, csource, C.size_t(len(source)), nil, &program, &report)
	defer C.belljar_text_free(report)
	if status != C.BELLJAR_OK {
		return "", "", errors.New(C.GoString(C.belljar_text_data(report)))
	}
	defer C.belljar_program_free(program)

	// The struct lives on C's side: it points to C texts.
	call := (*C.belljar_call)(C.calloc(1, C.sizeof_belljar_call))
	defer C.free(unsafe.Pointer(call))
	call.size, call.handler, call.args_json = C.sizeof_belljar_call, chandler, cargs
	var outcome *C.belljar_outcome
	if C.belljar_evaluate(program, call, &outcome, nil) != C.BELLJAR_OK {
		return "", "", errors.New("misuse")
	}
	defer C.belljar_outcome_free(outcome)
	if C.GoString(C.belljar_outcome_status(outcome)) != "ok" {
		return "", "", errors.New(C.GoString(C.belljar_outcome_json(outcome)))
	}
	return C.GoString(C.belljar_outcome_output(outcome)), C.GoString(C.belljar_outcome_result(outcome)), nil
}

func main() {
	output, result, err := decide(flow, "decide", `[{"who": "Ada", "amount": 75}]`)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Printf("%s%s\n", output, result)
}
