package io.sipwright.web;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;

/** Reads and writes our bodies and no others, so that the host's converters neither do it nor are replaced. */
final class ApiJsonConverter implements HttpMessageConverter<Object> {

    private static final List<MediaType> TYPES = List.of(
            MediaType.APPLICATION_JSON, MediaType.APPLICATION_PROBLEM_JSON, new MediaType("application", "*+json"));

    private final int maxBytes;

    ApiJsonConverter(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return type == RequestObject.class;
    }

    @Override
    public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
        return ApiBody.class.isAssignableFrom(type) && (mediaType == null || isJson(mediaType));
    }

    private static boolean isJson(MediaType type) {
        return TYPES.stream().anyMatch(known -> known.isCompatibleWith(type));
    }

    @Override
    public List<MediaType> getSupportedMediaTypes() {
        return TYPES;
    }

    @Override
    public Object read(Class<?> type, HttpInputMessage message) throws IOException {
        if (message.getHeaders().getContentLength() > maxBytes) {
            throw new BodyTooLargeException(maxBytes);
        }
        byte[] bytes = message.getBody().readNBytes(maxBytes + 1);
        if (bytes.length > maxBytes) {
            throw new BodyTooLargeException(maxBytes);
        }
        return ApiJson.read(bytes);
    }

    /** Whole before the first byte goes out: a failure can still become a problem. */
    @Override
    public void write(Object body, @Nullable MediaType type, HttpOutputMessage message) throws IOException {
        byte[] bytes = ApiJson.write(body);
        if (message.getHeaders().getContentType() == null) {
            boolean known = type != null && type.isConcrete() && isJson(type);
            message.getHeaders().setContentType(known ? type : MediaType.APPLICATION_JSON);
        }
        message.getHeaders().setContentLength(bytes.length);
        message.getBody().write(bytes);
        message.getBody().flush();
    }
}
