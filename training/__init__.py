"""What builds the models: data in, ONNX out."""
