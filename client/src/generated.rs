// Generated from spec/opencode-api.json by `cargo contract regenerate`. Do not edit.
#[allow(unused_imports)]
pub use progenitor_client::{ByteStream, ResponseValue};
#[allow(unused_imports)]
use progenitor_client::{encode_path, RequestBuilderExt};
/// Types used as operation parameters and responses.
#[allow(clippy::all)]
pub mod types {
    /// Error types.
    pub mod error {
        /// Progenitor's client: the address, the transport, and what every request carries.
        pub struct ConversionError(::std::borrow::Cow<'static, str>);
        impl ::std::error::Error for ConversionError {}
        impl ::std::fmt::Display for ConversionError {
            fn fmt(
                &self,
                f: &mut ::std::fmt::Formatter<'_>,
            ) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Display::fmt(&self.0, f)
            }
        }
        impl ::std::fmt::Debug for ConversionError {
            fn fmt(
                &self,
                f: &mut ::std::fmt::Formatter<'_>,
            ) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Debug::fmt(&self.0, f)
            }
        }
        impl From<&'static str> for ConversionError {
            fn from(value: &'static str) -> Self {
                Self(value.into())
            }
        }
        impl From<String> for ConversionError {
            fn from(value: String) -> Self {
                Self(value.into())
            }
        }
    }
}
/// Progenitor's client: the address, the transport, and what every request carries.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: crate::connect::State,
}
impl Client {
    /// Construct a new client with an existing `reqwest::Client`,
    /// allowing more control over its configuration.
    ///
    /// `baseurl` is the base URL provided to the internal
    /// `reqwest::Client`, and should include a scheme and hostname,
    /// as well as port and a path stem if applicable.
    pub(crate) fn new_with_client(
        baseurl: &str,
        client: reqwest::Client,
        inner: crate::connect::State,
    ) -> Self {
        Self {
            baseurl: baseurl.to_string(),
            client,
            inner,
        }
    }
}
impl Client {}
/// Types for composing operation parameters.
#[allow(clippy::all)]
pub mod builder {
    use super::types;
    #[allow(unused_imports)]
    use super::{encode_path, ByteStream, RequestBuilderExt, ResponseValue};
    /// What the operation `global.health` takes.
    #[derive(Debug, Clone)]
    pub struct GlobalHealth<'a> {
        client: &'a super::Client,
    }
    impl<'a> GlobalHealth<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::opencode_types::GlobalHealthResponse>,
            crate::Error,
        > {
            let Self { client } = self;
            let url = format!("{}/global/health", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .build()?;
            let response = client.exchange(request, "global_health").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `global.event` takes.
    #[derive(Debug, Clone)]
    pub struct GlobalEvent<'a> {
        client: &'a super::Client,
    }
    impl<'a> GlobalEvent<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(self) -> Result<ResponseValue<ByteStream>, crate::Error> {
            let Self { client } = self;
            let url = format!("{}/global/event", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client.client.get(url).build()?;
            let response = client.exchange(request, "global_event").await?;
            match response.status().as_u16() {
                200u16 => Ok(ResponseValue::stream(response)),
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `global.config.get` takes.
    #[derive(Debug, Clone)]
    pub struct GlobalConfigGet<'a> {
        client: &'a super::Client,
    }
    impl<'a> GlobalConfigGet<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<ResponseValue<::opencode_types::Config>, crate::Error> {
            let Self { client } = self;
            let url = format!("{}/global/config", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .build()?;
            let response = client.exchange(request, "global_config_get").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `global.config.update` takes.
    #[derive(Debug, Clone)]
    pub struct GlobalConfigUpdate<'a> {
        client: &'a super::Client,
        body: Result<::opencode_types::Config, String>,
    }
    impl<'a> GlobalConfigUpdate<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                body: Err("body was not initialized".to_string()),
            }
        }
        /// The body; it must be set.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::Config>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: Config` for body failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<ResponseValue<::opencode_types::Config>, crate::Error> {
            let Self { client, body } = self;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!("{}/global/config", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .patch(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .build()?;
            let response = client.exchange(request, "global_config_update").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `global.dispose` takes.
    #[derive(Debug, Clone)]
    pub struct GlobalDispose<'a> {
        client: &'a super::Client,
    }
    impl<'a> GlobalDispose<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client } = self;
            let url = format!("{}/global/dispose", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .build()?;
            let response = client.exchange(request, "global_dispose").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `auth.set` takes.
    #[derive(Debug, Clone)]
    pub struct AuthSet<'a> {
        client: &'a super::Client,
        provider_id: Result<::std::string::String, String>,
        body: Result<::opencode_types::Auth, String>,
    }
    impl<'a> AuthSet<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                provider_id: Err("provider_id was not initialized".to_string()),
                body: Err("body was not initialized".to_string()),
            }
        }
        /// The parameter `providerID` of the path; it must be set.
        pub(crate) fn provider_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.provider_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for provider_id failed"
                        .to_string()
                });
            self
        }
        /// The body; it must be set.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::Auth>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: Auth` for body failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, provider_id, body } = self;
            let provider_id = provider_id.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/auth/{}", client.baseurl, encode_path(& provider_id.to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .put(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .build()?;
            let response = client.exchange(request, "auth_set").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `auth.remove` takes.
    #[derive(Debug, Clone)]
    pub struct AuthRemove<'a> {
        client: &'a super::Client,
        provider_id: Result<::std::string::String, String>,
    }
    impl<'a> AuthRemove<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                provider_id: Err("provider_id was not initialized".to_string()),
            }
        }
        /// The parameter `providerID` of the path; it must be set.
        pub(crate) fn provider_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.provider_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for provider_id failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, provider_id } = self;
            let provider_id = provider_id.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/auth/{}", client.baseurl, encode_path(& provider_id.to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .delete(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .build()?;
            let response = client.exchange(request, "auth_remove").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `project.list` takes.
    #[derive(Debug, Clone)]
    pub struct ProjectList<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> ProjectList<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::std::vec::Vec<::opencode_types::Project>>,
            crate::Error,
        > {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/project", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "project_list").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `project.current` takes.
    #[derive(Debug, Clone)]
    pub struct ProjectCurrent<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> ProjectCurrent<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<ResponseValue<::opencode_types::Project>, crate::Error> {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/project/current", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "project_current").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `project.update` takes.
    #[derive(Debug, Clone)]
    pub struct ProjectUpdate<'a> {
        client: &'a super::Client,
        project_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::ProjectUpdateBody, String>,
    }
    impl<'a> ProjectUpdate<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                project_id: Err("project_id was not initialized".to_string()),
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        /// The parameter `projectID` of the path; it must be set.
        pub(crate) fn project_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.project_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for project_id failed"
                        .to_string()
                });
            self
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// The body; it must be set.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::ProjectUpdateBody>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: ProjectUpdateBody` for body failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<ResponseValue<::opencode_types::Project>, crate::Error> {
            let Self { client, project_id, directory, body } = self;
            let project_id = project_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/project/{}", client.baseurl, encode_path(& project_id.to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .patch(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "project_update").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `pty.list` takes.
    #[derive(Debug, Clone)]
    pub struct PtyList<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> PtyList<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::std::vec::Vec<::opencode_types::Pty>>,
            crate::Error,
        > {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/pty", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "pty_list").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `pty.create` takes.
    #[derive(Debug, Clone)]
    pub struct PtyCreate<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::PtyCreateBody, String>,
    }
    impl<'a> PtyCreate<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// The body; it must be set.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::PtyCreateBody>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: PtyCreateBody` for body failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<ResponseValue<::opencode_types::Pty>, crate::Error> {
            let Self { client, directory, body } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!("{}/pty", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "pty_create").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `pty.get` takes.
    #[derive(Debug, Clone)]
    pub struct PtyGet<'a> {
        client: &'a super::Client,
        pty_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> PtyGet<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                pty_id: Err("pty_id was not initialized".to_string()),
                directory: Ok(None),
            }
        }
        /// The parameter `ptyID` of the path; it must be set.
        pub(crate) fn pty_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.pty_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for pty_id failed"
                        .to_string()
                });
            self
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<ResponseValue<::opencode_types::Pty>, crate::Error> {
            let Self { client, pty_id, directory } = self;
            let pty_id = pty_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/pty/{}", client.baseurl, encode_path(& pty_id.to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "pty_get").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `pty.update` takes.
    #[derive(Debug, Clone)]
    pub struct PtyUpdate<'a> {
        client: &'a super::Client,
        pty_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::PtyUpdateBody, String>,
    }
    impl<'a> PtyUpdate<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                pty_id: Err("pty_id was not initialized".to_string()),
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        /// The parameter `ptyID` of the path; it must be set.
        pub(crate) fn pty_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.pty_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for pty_id failed"
                        .to_string()
                });
            self
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// The body; it must be set.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::PtyUpdateBody>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: PtyUpdateBody` for body failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<ResponseValue<::opencode_types::Pty>, crate::Error> {
            let Self { client, pty_id, directory, body } = self;
            let pty_id = pty_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/pty/{}", client.baseurl, encode_path(& pty_id.to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .put(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "pty_update").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `pty.remove` takes.
    #[derive(Debug, Clone)]
    pub struct PtyRemove<'a> {
        client: &'a super::Client,
        pty_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> PtyRemove<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                pty_id: Err("pty_id was not initialized".to_string()),
                directory: Ok(None),
            }
        }
        /// The parameter `ptyID` of the path; it must be set.
        pub(crate) fn pty_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.pty_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for pty_id failed"
                        .to_string()
                });
            self
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, pty_id, directory } = self;
            let pty_id = pty_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/pty/{}", client.baseurl, encode_path(& pty_id.to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .delete(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "pty_remove").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `config.get` takes.
    #[derive(Debug, Clone)]
    pub struct ConfigGet<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> ConfigGet<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<ResponseValue<::opencode_types::Config>, crate::Error> {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/config", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "config_get").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `config.update` takes.
    #[derive(Debug, Clone)]
    pub struct ConfigUpdate<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::Config, String>,
    }
    impl<'a> ConfigUpdate<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// The body; it must be set.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::Config>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: Config` for body failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<ResponseValue<::opencode_types::Config>, crate::Error> {
            let Self { client, directory, body } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!("{}/config", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .patch(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "config_update").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `config.providers` takes.
    #[derive(Debug, Clone)]
    pub struct ConfigProviders<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> ConfigProviders<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::opencode_types::ConfigProvidersResponse>,
            crate::Error,
        > {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/config/providers", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "config_providers").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `tool.ids` takes.
    #[derive(Debug, Clone)]
    pub struct ToolIds<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> ToolIds<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<ResponseValue<::opencode_types::ToolIDs>, crate::Error> {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/experimental/tool/ids", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "tool_ids").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `tool.list` takes.
    #[derive(Debug, Clone)]
    pub struct ToolList<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
        model: Result<::std::string::String, String>,
        provider: Result<::std::string::String, String>,
    }
    impl<'a> ToolList<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
                model: Err("model was not initialized".to_string()),
                provider: Err("provider was not initialized".to_string()),
            }
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// The parameter `model` of the query; it must be set.
        pub fn model<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.model = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for model failed"
                        .to_string()
                });
            self
        }
        /// The parameter `provider` of the query; it must be set.
        pub fn provider<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.provider = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for provider failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<ResponseValue<::opencode_types::ToolList>, crate::Error> {
            let Self { client, directory, model, provider } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let model = model.map_err(crate::Error::Request)?;
            let provider = provider.map_err(crate::Error::Request)?;
            let url = format!("{}/experimental/tool", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .query(&progenitor_client::QueryParam::new("model", &model))
                .query(&progenitor_client::QueryParam::new("provider", &provider))
                .build()?;
            let response = client.exchange(request, "tool_list").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `worktree.list` takes.
    #[derive(Debug, Clone)]
    pub struct WorktreeList<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> WorktreeList<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::std::vec::Vec<::std::string::String>>,
            crate::Error,
        > {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/experimental/worktree", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "worktree_list").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `worktree.create` takes.
    #[derive(Debug, Clone)]
    pub struct WorktreeCreate<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::WorktreeCreateInput, String>,
    }
    impl<'a> WorktreeCreate<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// The body; it must be set.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::WorktreeCreateInput>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: WorktreeCreateInput` for body failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<ResponseValue<::opencode_types::Worktree>, crate::Error> {
            let Self { client, directory, body } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!("{}/experimental/worktree", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "worktree_create").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `worktree.remove` takes.
    #[derive(Debug, Clone)]
    pub struct WorktreeRemove<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::WorktreeRemoveInput, String>,
    }
    impl<'a> WorktreeRemove<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// The body; it must be set.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::WorktreeRemoveInput>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: WorktreeRemoveInput` for body failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, directory, body } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!("{}/experimental/worktree", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .delete(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "worktree_remove").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `worktree.reset` takes.
    #[derive(Debug, Clone)]
    pub struct WorktreeReset<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::WorktreeResetInput, String>,
    }
    impl<'a> WorktreeReset<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// The body; it must be set.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::WorktreeResetInput>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: WorktreeResetInput` for body failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, directory, body } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!("{}/experimental/worktree/reset", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "worktree_reset").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `experimental.resource.list` takes.
    #[derive(Debug, Clone)]
    pub struct ExperimentalResourceList<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> ExperimentalResourceList<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<
                ::indexmap::IndexMap<
                    ::std::string::String,
                    ::opencode_types::McpResource,
                >,
            >,
            crate::Error,
        > {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/experimental/resource", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "experimental_resource_list").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `session.list` takes.
    #[derive(Debug, Clone)]
    pub struct SessionList<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
        limit: Result<Option<f64>, String>,
        roots: Result<Option<bool>, String>,
        search: Result<Option<::std::string::String>, String>,
        start: Result<Option<f64>, String>,
    }
    impl<'a> SessionList<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
                limit: Ok(None),
                roots: Ok(None),
                search: Ok(None),
                start: Ok(None),
            }
        }
        /// The parameter `directory` of the query. Filter sessions by project directory.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// The parameter `limit` of the query. Maximum number of sessions to return.
        pub fn limit<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<f64>,
        {
            self.limit = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `f64` for limit failed".to_string());
            self
        }
        /// The parameter `roots` of the query. Only return root sessions (no parentID).
        pub fn roots<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<bool>,
        {
            self.roots = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `bool` for roots failed".to_string());
            self
        }
        /// The parameter `search` of the query. Filter sessions by title (case-insensitive).
        pub fn search<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.search = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for search failed"
                        .to_string()
                });
            self
        }
        /// The parameter `start` of the query. Filter sessions updated on or after this timestamp (milliseconds since epoch).
        pub fn start<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<f64>,
        {
            self.start = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `f64` for start failed".to_string());
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::std::vec::Vec<::opencode_types::Session>>,
            crate::Error,
        > {
            let Self { client, directory, limit, roots, search, start } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let limit = limit.map_err(crate::Error::Request)?;
            let roots = roots.map_err(crate::Error::Request)?;
            let search = search.map_err(crate::Error::Request)?;
            let start = start.map_err(crate::Error::Request)?;
            let url = format!("{}/session", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .query(&progenitor_client::QueryParam::new("limit", &limit))
                .query(&progenitor_client::QueryParam::new("roots", &roots))
                .query(&progenitor_client::QueryParam::new("search", &search))
                .query(&progenitor_client::QueryParam::new("start", &start))
                .build()?;
            let response = client.exchange(request, "session_list").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `session.create` takes.
    #[derive(Debug, Clone)]
    pub struct SessionCreate<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::SessionCreateBody, String>,
    }
    impl<'a> SessionCreate<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// The body; it must be set.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::SessionCreateBody>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: SessionCreateBody` for body failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<ResponseValue<::opencode_types::Session>, crate::Error> {
            let Self { client, directory, body } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!("{}/session", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "session_create").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `session.status` takes.
    #[derive(Debug, Clone)]
    pub struct SessionStatus<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> SessionStatus<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<
                ::indexmap::IndexMap<
                    ::std::string::String,
                    ::opencode_types::SessionStatus,
                >,
            >,
            crate::Error,
        > {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/session/status", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "session_status").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `session.get` takes.
    #[derive(Debug, Clone)]
    pub struct SessionGet<'a> {
        client: &'a super::Client,
        session_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> SessionGet<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                directory: Ok(None),
            }
        }
        /// The parameter `sessionID` of the path; it must be set.
        pub(crate) fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for session_id failed"
                        .to_string()
                });
            self
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<ResponseValue<::opencode_types::Session>, crate::Error> {
            let Self { client, session_id, directory } = self;
            let session_id = session_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/session/{}", client.baseurl, encode_path(& session_id.to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "session_get").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `session.delete` takes.
    #[derive(Debug, Clone)]
    pub struct SessionDelete<'a> {
        client: &'a super::Client,
        session_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> SessionDelete<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                directory: Ok(None),
            }
        }
        /// The parameter `sessionID` of the path; it must be set.
        pub(crate) fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for session_id failed"
                        .to_string()
                });
            self
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, session_id, directory } = self;
            let session_id = session_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/session/{}", client.baseurl, encode_path(& session_id.to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .delete(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "session_delete").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `session.update` takes.
    #[derive(Debug, Clone)]
    pub struct SessionUpdate<'a> {
        client: &'a super::Client,
        session_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::SessionUpdateBody, String>,
    }
    impl<'a> SessionUpdate<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        /// The parameter `sessionID` of the path; it must be set.
        pub(crate) fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for session_id failed"
                        .to_string()
                });
            self
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// The body; it must be set.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::SessionUpdateBody>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: SessionUpdateBody` for body failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<ResponseValue<::opencode_types::Session>, crate::Error> {
            let Self { client, session_id, directory, body } = self;
            let session_id = session_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/session/{}", client.baseurl, encode_path(& session_id.to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .patch(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "session_update").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `session.children` takes.
    #[derive(Debug, Clone)]
    pub struct SessionChildren<'a> {
        client: &'a super::Client,
        session_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> SessionChildren<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                directory: Ok(None),
            }
        }
        /// The parameter `sessionID` of the path; it must be set.
        pub(crate) fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for session_id failed"
                        .to_string()
                });
            self
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::std::vec::Vec<::opencode_types::Session>>,
            crate::Error,
        > {
            let Self { client, session_id, directory } = self;
            let session_id = session_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/session/{}/children", client.baseurl, encode_path(& session_id
                .to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "session_children").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `session.todo` takes.
    #[derive(Debug, Clone)]
    pub struct SessionTodo<'a> {
        client: &'a super::Client,
        session_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> SessionTodo<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                directory: Ok(None),
            }
        }
        /// The parameter `sessionID` of the path; it must be set. Session ID.
        pub(crate) fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for session_id failed"
                        .to_string()
                });
            self
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::std::vec::Vec<::opencode_types::Todo>>,
            crate::Error,
        > {
            let Self { client, session_id, directory } = self;
            let session_id = session_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/session/{}/todo", client.baseurl, encode_path(& session_id
                .to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "session_todo").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `session.init` takes.
    #[derive(Debug, Clone)]
    pub struct SessionInit<'a> {
        client: &'a super::Client,
        session_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::SessionInitBody, String>,
    }
    impl<'a> SessionInit<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        /// The parameter `sessionID` of the path; it must be set. Session ID.
        pub(crate) fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for session_id failed"
                        .to_string()
                });
            self
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// The body; it must be set.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::SessionInitBody>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: SessionInitBody` for body failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, session_id, directory, body } = self;
            let session_id = session_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/session/{}/init", client.baseurl, encode_path(& session_id
                .to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "session_init").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `session.fork` takes.
    #[derive(Debug, Clone)]
    pub struct SessionFork<'a> {
        client: &'a super::Client,
        session_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::SessionForkBody, String>,
    }
    impl<'a> SessionFork<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        /// The parameter `sessionID` of the path; it must be set.
        pub(crate) fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for session_id failed"
                        .to_string()
                });
            self
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// The body; it must be set.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::SessionForkBody>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: SessionForkBody` for body failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<ResponseValue<::opencode_types::Session>, crate::Error> {
            let Self { client, session_id, directory, body } = self;
            let session_id = session_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/session/{}/fork", client.baseurl, encode_path(& session_id
                .to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "session_fork").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `session.abort` takes.
    #[derive(Debug, Clone)]
    pub struct SessionAbort<'a> {
        client: &'a super::Client,
        session_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> SessionAbort<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                directory: Ok(None),
            }
        }
        /// The parameter `sessionID` of the path; it must be set.
        pub(crate) fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for session_id failed"
                        .to_string()
                });
            self
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, session_id, directory } = self;
            let session_id = session_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/session/{}/abort", client.baseurl, encode_path(& session_id
                .to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "session_abort").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `session.share` takes.
    #[derive(Debug, Clone)]
    pub struct SessionShare<'a> {
        client: &'a super::Client,
        session_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> SessionShare<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                directory: Ok(None),
            }
        }
        /// The parameter `sessionID` of the path; it must be set.
        pub(crate) fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for session_id failed"
                        .to_string()
                });
            self
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<ResponseValue<::opencode_types::Session>, crate::Error> {
            let Self { client, session_id, directory } = self;
            let session_id = session_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/session/{}/share", client.baseurl, encode_path(& session_id
                .to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "session_share").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `session.unshare` takes.
    #[derive(Debug, Clone)]
    pub struct SessionUnshare<'a> {
        client: &'a super::Client,
        session_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> SessionUnshare<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                directory: Ok(None),
            }
        }
        /// The parameter `sessionID` of the path; it must be set.
        pub(crate) fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for session_id failed"
                        .to_string()
                });
            self
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<ResponseValue<::opencode_types::Session>, crate::Error> {
            let Self { client, session_id, directory } = self;
            let session_id = session_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/session/{}/share", client.baseurl, encode_path(& session_id
                .to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .delete(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "session_unshare").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `session.diff` takes.
    #[derive(Debug, Clone)]
    pub struct SessionDiff<'a> {
        client: &'a super::Client,
        session_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
        message_id: Result<Option<::std::string::String>, String>,
    }
    impl<'a> SessionDiff<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                directory: Ok(None),
                message_id: Ok(None),
            }
        }
        /// The parameter `sessionID` of the path; it must be set.
        pub(crate) fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for session_id failed"
                        .to_string()
                });
            self
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// The parameter `messageID` of the query.
        pub fn message_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.message_id = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for message_id failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::std::vec::Vec<::opencode_types::FileDiff>>,
            crate::Error,
        > {
            let Self { client, session_id, directory, message_id } = self;
            let session_id = session_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let message_id = message_id.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/session/{}/diff", client.baseurl, encode_path(& session_id
                .to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .query(&progenitor_client::QueryParam::new("messageID", &message_id))
                .build()?;
            let response = client.exchange(request, "session_diff").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `session.summarize` takes.
    #[derive(Debug, Clone)]
    pub struct SessionSummarize<'a> {
        client: &'a super::Client,
        session_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::SessionSummarizeBody, String>,
    }
    impl<'a> SessionSummarize<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        /// The parameter `sessionID` of the path; it must be set. Session ID.
        pub(crate) fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for session_id failed"
                        .to_string()
                });
            self
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// The body; it must be set.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::SessionSummarizeBody>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: SessionSummarizeBody` for body failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, session_id, directory, body } = self;
            let session_id = session_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/session/{}/summarize", client.baseurl, encode_path(& session_id
                .to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "session_summarize").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `session.messages` takes.
    #[derive(Debug, Clone)]
    pub struct SessionMessages<'a> {
        client: &'a super::Client,
        session_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
        limit: Result<Option<f64>, String>,
    }
    impl<'a> SessionMessages<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                directory: Ok(None),
                limit: Ok(None),
            }
        }
        /// The parameter `sessionID` of the path; it must be set. Session ID.
        pub(crate) fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for session_id failed"
                        .to_string()
                });
            self
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// The parameter `limit` of the query.
        pub fn limit<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<f64>,
        {
            self.limit = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `f64` for limit failed".to_string());
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<
                ::std::vec::Vec<::opencode_types::SessionMessagesResponseItem>,
            >,
            crate::Error,
        > {
            let Self { client, session_id, directory, limit } = self;
            let session_id = session_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let limit = limit.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/session/{}/message", client.baseurl, encode_path(& session_id
                .to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .query(&progenitor_client::QueryParam::new("limit", &limit))
                .build()?;
            let response = client.exchange(request, "session_messages").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `session.prompt` takes.
    #[derive(Debug, Clone)]
    pub struct SessionPrompt<'a> {
        client: &'a super::Client,
        session_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::SessionPromptBody, String>,
    }
    impl<'a> SessionPrompt<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        /// The parameter `sessionID` of the path; it must be set. Session ID.
        pub(crate) fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for session_id failed"
                        .to_string()
                });
            self
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// The body; it must be set.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::SessionPromptBody>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: SessionPromptBody` for body failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::opencode_types::SessionPromptResponse>,
            crate::Error,
        > {
            let Self { client, session_id, directory, body } = self;
            let session_id = session_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/session/{}/message", client.baseurl, encode_path(& session_id
                .to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "session_prompt").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `session.message` takes.
    #[derive(Debug, Clone)]
    pub struct SessionMessage<'a> {
        client: &'a super::Client,
        session_id: Result<::std::string::String, String>,
        message_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> SessionMessage<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                message_id: Err("message_id was not initialized".to_string()),
                directory: Ok(None),
            }
        }
        /// The parameter `sessionID` of the path; it must be set. Session ID.
        pub(crate) fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for session_id failed"
                        .to_string()
                });
            self
        }
        /// The parameter `messageID` of the path; it must be set. Message ID.
        pub(crate) fn message_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.message_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for message_id failed"
                        .to_string()
                });
            self
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::opencode_types::SessionMessageResponse>,
            crate::Error,
        > {
            let Self { client, session_id, message_id, directory } = self;
            let session_id = session_id.map_err(crate::Error::Request)?;
            let message_id = message_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/session/{}/message/{}", client.baseurl, encode_path(& session_id
                .to_string()), encode_path(& message_id.to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "session_message").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `part.delete` takes.
    #[derive(Debug, Clone)]
    pub struct PartDelete<'a> {
        client: &'a super::Client,
        session_id: Result<::std::string::String, String>,
        message_id: Result<::std::string::String, String>,
        part_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> PartDelete<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                message_id: Err("message_id was not initialized".to_string()),
                part_id: Err("part_id was not initialized".to_string()),
                directory: Ok(None),
            }
        }
        /// The parameter `sessionID` of the path; it must be set. Session ID.
        pub(crate) fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for session_id failed"
                        .to_string()
                });
            self
        }
        /// The parameter `messageID` of the path; it must be set. Message ID.
        pub(crate) fn message_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.message_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for message_id failed"
                        .to_string()
                });
            self
        }
        /// The parameter `partID` of the path; it must be set. Part ID.
        pub(crate) fn part_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.part_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for part_id failed"
                        .to_string()
                });
            self
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, session_id, message_id, part_id, directory } = self;
            let session_id = session_id.map_err(crate::Error::Request)?;
            let message_id = message_id.map_err(crate::Error::Request)?;
            let part_id = part_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/session/{}/message/{}/part/{}", client.baseurl, encode_path(&
                session_id.to_string()), encode_path(& message_id.to_string()),
                encode_path(& part_id.to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .delete(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "part_delete").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `part.update` takes.
    #[derive(Debug, Clone)]
    pub struct PartUpdate<'a> {
        client: &'a super::Client,
        session_id: Result<::std::string::String, String>,
        message_id: Result<::std::string::String, String>,
        part_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::Part, String>,
    }
    impl<'a> PartUpdate<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                message_id: Err("message_id was not initialized".to_string()),
                part_id: Err("part_id was not initialized".to_string()),
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        /// The parameter `sessionID` of the path; it must be set. Session ID.
        pub(crate) fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for session_id failed"
                        .to_string()
                });
            self
        }
        /// The parameter `messageID` of the path; it must be set. Message ID.
        pub(crate) fn message_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.message_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for message_id failed"
                        .to_string()
                });
            self
        }
        /// The parameter `partID` of the path; it must be set. Part ID.
        pub(crate) fn part_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.part_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for part_id failed"
                        .to_string()
                });
            self
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// The body; it must be set.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::Part>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: Part` for body failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<ResponseValue<::opencode_types::Part>, crate::Error> {
            let Self { client, session_id, message_id, part_id, directory, body } = self;
            let session_id = session_id.map_err(crate::Error::Request)?;
            let message_id = message_id.map_err(crate::Error::Request)?;
            let part_id = part_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/session/{}/message/{}/part/{}", client.baseurl, encode_path(&
                session_id.to_string()), encode_path(& message_id.to_string()),
                encode_path(& part_id.to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .patch(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "part_update").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `session.prompt_async` takes.
    #[derive(Debug, Clone)]
    pub struct SessionPromptAsync<'a> {
        client: &'a super::Client,
        session_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::SessionPromptAsyncBody, String>,
    }
    impl<'a> SessionPromptAsync<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        /// The parameter `sessionID` of the path; it must be set. Session ID.
        pub(crate) fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for session_id failed"
                        .to_string()
                });
            self
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// The body; it must be set.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::SessionPromptAsyncBody>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: SessionPromptAsyncBody` for body failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(self) -> Result<ResponseValue<()>, crate::Error> {
            let Self { client, session_id, directory, body } = self;
            let session_id = session_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/session/{}/prompt_async", client.baseurl, encode_path(& session_id
                .to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "session_prompt_async").await?;
            match response.status().as_u16() {
                204u16 => Ok(ResponseValue::empty(response)),
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `session.command` takes.
    #[derive(Debug, Clone)]
    pub struct SessionCommand<'a> {
        client: &'a super::Client,
        session_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::SessionCommandBody, String>,
    }
    impl<'a> SessionCommand<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        /// The parameter `sessionID` of the path; it must be set. Session ID.
        pub(crate) fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for session_id failed"
                        .to_string()
                });
            self
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// The body; it must be set.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::SessionCommandBody>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: SessionCommandBody` for body failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::opencode_types::SessionCommandResponse>,
            crate::Error,
        > {
            let Self { client, session_id, directory, body } = self;
            let session_id = session_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/session/{}/command", client.baseurl, encode_path(& session_id
                .to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "session_command").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `session.shell` takes.
    #[derive(Debug, Clone)]
    pub struct SessionShell<'a> {
        client: &'a super::Client,
        session_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::SessionShellBody, String>,
    }
    impl<'a> SessionShell<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        /// The parameter `sessionID` of the path; it must be set. Session ID.
        pub(crate) fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for session_id failed"
                        .to_string()
                });
            self
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// The body; it must be set.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::SessionShellBody>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: SessionShellBody` for body failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::opencode_types::SessionShellResponse>,
            crate::Error,
        > {
            let Self { client, session_id, directory, body } = self;
            let session_id = session_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/session/{}/shell", client.baseurl, encode_path(& session_id
                .to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "session_shell").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `session.revert` takes.
    #[derive(Debug, Clone)]
    pub struct SessionRevert<'a> {
        client: &'a super::Client,
        session_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::SessionRevertBody, String>,
    }
    impl<'a> SessionRevert<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        /// The parameter `sessionID` of the path; it must be set.
        pub(crate) fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for session_id failed"
                        .to_string()
                });
            self
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// The body; it must be set.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::SessionRevertBody>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: SessionRevertBody` for body failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<ResponseValue<::opencode_types::Session>, crate::Error> {
            let Self { client, session_id, directory, body } = self;
            let session_id = session_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/session/{}/revert", client.baseurl, encode_path(& session_id
                .to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "session_revert").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `session.unrevert` takes.
    #[derive(Debug, Clone)]
    pub struct SessionUnrevert<'a> {
        client: &'a super::Client,
        session_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> SessionUnrevert<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                directory: Ok(None),
            }
        }
        /// The parameter `sessionID` of the path; it must be set.
        pub(crate) fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for session_id failed"
                        .to_string()
                });
            self
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<ResponseValue<::opencode_types::Session>, crate::Error> {
            let Self { client, session_id, directory } = self;
            let session_id = session_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/session/{}/unrevert", client.baseurl, encode_path(& session_id
                .to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "session_unrevert").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `permission.respond` takes.
    #[derive(Debug, Clone)]
    pub struct PermissionRespond<'a> {
        client: &'a super::Client,
        session_id: Result<::std::string::String, String>,
        permission_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::PermissionRespondBody, String>,
    }
    impl<'a> PermissionRespond<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                permission_id: Err("permission_id was not initialized".to_string()),
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        /// The parameter `sessionID` of the path; it must be set.
        pub(crate) fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for session_id failed"
                        .to_string()
                });
            self
        }
        /// The parameter `permissionID` of the path; it must be set.
        pub(crate) fn permission_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.permission_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for permission_id failed"
                        .to_string()
                });
            self
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// The body; it must be set.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::PermissionRespondBody>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: PermissionRespondBody` for body failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, session_id, permission_id, directory, body } = self;
            let session_id = session_id.map_err(crate::Error::Request)?;
            let permission_id = permission_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/session/{}/permissions/{}", client.baseurl, encode_path(& session_id
                .to_string()), encode_path(& permission_id.to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "permission_respond").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `permission.reply` takes.
    #[derive(Debug, Clone)]
    pub struct PermissionReply<'a> {
        client: &'a super::Client,
        request_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::PermissionReplyBody, String>,
    }
    impl<'a> PermissionReply<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                request_id: Err("request_id was not initialized".to_string()),
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        /// The parameter `requestID` of the path; it must be set.
        pub(crate) fn request_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.request_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for request_id failed"
                        .to_string()
                });
            self
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// The body; it must be set.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::PermissionReplyBody>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: PermissionReplyBody` for body failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, request_id, directory, body } = self;
            let request_id = request_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/permission/{}/reply", client.baseurl, encode_path(& request_id
                .to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "permission_reply").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `permission.list` takes.
    #[derive(Debug, Clone)]
    pub struct PermissionList<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> PermissionList<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::std::vec::Vec<::opencode_types::PermissionRequest>>,
            crate::Error,
        > {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/permission", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "permission_list").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `question.list` takes.
    #[derive(Debug, Clone)]
    pub struct QuestionList<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> QuestionList<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::std::vec::Vec<::opencode_types::QuestionRequest>>,
            crate::Error,
        > {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/question", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "question_list").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `question.reply` takes.
    #[derive(Debug, Clone)]
    pub struct QuestionReply<'a> {
        client: &'a super::Client,
        request_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::QuestionReplyBody, String>,
    }
    impl<'a> QuestionReply<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                request_id: Err("request_id was not initialized".to_string()),
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        /// The parameter `requestID` of the path; it must be set.
        pub(crate) fn request_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.request_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for request_id failed"
                        .to_string()
                });
            self
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// The body; it must be set.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::QuestionReplyBody>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: QuestionReplyBody` for body failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, request_id, directory, body } = self;
            let request_id = request_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/question/{}/reply", client.baseurl, encode_path(& request_id
                .to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "question_reply").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `question.reject` takes.
    #[derive(Debug, Clone)]
    pub struct QuestionReject<'a> {
        client: &'a super::Client,
        request_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> QuestionReject<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                request_id: Err("request_id was not initialized".to_string()),
                directory: Ok(None),
            }
        }
        /// The parameter `requestID` of the path; it must be set.
        pub(crate) fn request_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.request_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for request_id failed"
                        .to_string()
                });
            self
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, request_id, directory } = self;
            let request_id = request_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/question/{}/reject", client.baseurl, encode_path(& request_id
                .to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "question_reject").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `provider.list` takes.
    #[derive(Debug, Clone)]
    pub struct ProviderList<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> ProviderList<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::opencode_types::ProviderListResponse>,
            crate::Error,
        > {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/provider", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "provider_list").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `provider.auth` takes.
    #[derive(Debug, Clone)]
    pub struct ProviderAuth<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> ProviderAuth<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<
                ::indexmap::IndexMap<
                    ::std::string::String,
                    ::std::vec::Vec<::opencode_types::ProviderAuthMethod>,
                >,
            >,
            crate::Error,
        > {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/provider/auth", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "provider_auth").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `provider.oauth.authorize` takes.
    #[derive(Debug, Clone)]
    pub struct ProviderOauthAuthorize<'a> {
        client: &'a super::Client,
        provider_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::ProviderOauthAuthorizeBody, String>,
    }
    impl<'a> ProviderOauthAuthorize<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                provider_id: Err("provider_id was not initialized".to_string()),
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        /// The parameter `providerID` of the path; it must be set. Provider ID.
        pub(crate) fn provider_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.provider_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for provider_id failed"
                        .to_string()
                });
            self
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// The body; it must be set.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::ProviderOauthAuthorizeBody>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: ProviderOauthAuthorizeBody` for body failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::opencode_types::ProviderAuthAuthorization>,
            crate::Error,
        > {
            let Self { client, provider_id, directory, body } = self;
            let provider_id = provider_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/provider/{}/oauth/authorize", client.baseurl, encode_path(&
                provider_id.to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "provider_oauth_authorize").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `provider.oauth.callback` takes.
    #[derive(Debug, Clone)]
    pub struct ProviderOauthCallback<'a> {
        client: &'a super::Client,
        provider_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::ProviderOauthCallbackBody, String>,
    }
    impl<'a> ProviderOauthCallback<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                provider_id: Err("provider_id was not initialized".to_string()),
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        /// The parameter `providerID` of the path; it must be set. Provider ID.
        pub(crate) fn provider_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.provider_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for provider_id failed"
                        .to_string()
                });
            self
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// The body; it must be set.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::ProviderOauthCallbackBody>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: ProviderOauthCallbackBody` for body failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, provider_id, directory, body } = self;
            let provider_id = provider_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/provider/{}/oauth/callback", client.baseurl, encode_path(&
                provider_id.to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "provider_oauth_callback").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `find.text` takes.
    #[derive(Debug, Clone)]
    pub struct FindText<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
        pattern: Result<::std::string::String, String>,
    }
    impl<'a> FindText<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
                pattern: Err("pattern was not initialized".to_string()),
            }
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// The parameter `pattern` of the query; it must be set.
        pub fn pattern<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.pattern = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for pattern failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::std::vec::Vec<::opencode_types::FindTextResponseItem>>,
            crate::Error,
        > {
            let Self { client, directory, pattern } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let pattern = pattern.map_err(crate::Error::Request)?;
            let url = format!("{}/find", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .query(&progenitor_client::QueryParam::new("pattern", &pattern))
                .build()?;
            let response = client.exchange(request, "find_text").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `find.files` takes.
    #[derive(Debug, Clone)]
    pub struct FindFiles<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
        dirs: Result<Option<::opencode_types::FindFilesDirs>, String>,
        limit: Result<Option<i64>, String>,
        query: Result<::std::string::String, String>,
        type_: Result<Option<::opencode_types::FindFilesType>, String>,
    }
    impl<'a> FindFiles<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
                dirs: Ok(None),
                limit: Ok(None),
                query: Err("query was not initialized".to_string()),
                type_: Ok(None),
            }
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// The parameter `dirs` of the query.
        pub fn dirs<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::FindFilesDirs>,
        {
            self.dirs = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: opencode_types :: FindFilesDirs` for dirs failed"
                        .to_string()
                });
            self
        }
        /// The parameter `limit` of the query.
        pub fn limit<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.limit = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i64` for limit failed".to_string());
            self
        }
        /// The parameter `query` of the query; it must be set.
        pub fn query<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.query = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for query failed"
                        .to_string()
                });
            self
        }
        /// The parameter `type` of the query.
        pub fn type_<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::FindFilesType>,
        {
            self.type_ = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: opencode_types :: FindFilesType` for type_ failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::std::vec::Vec<::std::string::String>>,
            crate::Error,
        > {
            let Self { client, directory, dirs, limit, query, type_ } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let dirs = dirs.map_err(crate::Error::Request)?;
            let limit = limit.map_err(crate::Error::Request)?;
            let query = query.map_err(crate::Error::Request)?;
            let type_ = type_.map_err(crate::Error::Request)?;
            let url = format!("{}/find/file", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .query(&progenitor_client::QueryParam::new("dirs", &dirs))
                .query(&progenitor_client::QueryParam::new("limit", &limit))
                .query(&progenitor_client::QueryParam::new("query", &query))
                .query(&progenitor_client::QueryParam::new("type", &type_))
                .build()?;
            let response = client.exchange(request, "find_files").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `find.symbols` takes.
    #[derive(Debug, Clone)]
    pub struct FindSymbols<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
        query: Result<::std::string::String, String>,
    }
    impl<'a> FindSymbols<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
                query: Err("query was not initialized".to_string()),
            }
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// The parameter `query` of the query; it must be set.
        pub fn query<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.query = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for query failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::std::vec::Vec<::opencode_types::Symbol>>,
            crate::Error,
        > {
            let Self { client, directory, query } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let query = query.map_err(crate::Error::Request)?;
            let url = format!("{}/find/symbol", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .query(&progenitor_client::QueryParam::new("query", &query))
                .build()?;
            let response = client.exchange(request, "find_symbols").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `file.list` takes.
    #[derive(Debug, Clone)]
    pub struct FileList<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
        path: Result<::std::string::String, String>,
    }
    impl<'a> FileList<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
                path: Err("path was not initialized".to_string()),
            }
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// The parameter `path` of the query; it must be set.
        pub fn path<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.path = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for path failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::std::vec::Vec<::opencode_types::FileNode>>,
            crate::Error,
        > {
            let Self { client, directory, path } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let path = path.map_err(crate::Error::Request)?;
            let url = format!("{}/file", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .query(&progenitor_client::QueryParam::new("path", &path))
                .build()?;
            let response = client.exchange(request, "file_list").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `file.read` takes.
    #[derive(Debug, Clone)]
    pub struct FileRead<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
        path: Result<::std::string::String, String>,
    }
    impl<'a> FileRead<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
                path: Err("path was not initialized".to_string()),
            }
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// The parameter `path` of the query; it must be set.
        pub fn path<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.path = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for path failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<ResponseValue<::opencode_types::FileContent>, crate::Error> {
            let Self { client, directory, path } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let path = path.map_err(crate::Error::Request)?;
            let url = format!("{}/file/content", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .query(&progenitor_client::QueryParam::new("path", &path))
                .build()?;
            let response = client.exchange(request, "file_read").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `file.status` takes.
    #[derive(Debug, Clone)]
    pub struct FileStatus<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> FileStatus<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::std::vec::Vec<::opencode_types::File>>,
            crate::Error,
        > {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/file/status", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "file_status").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `mcp.status` takes.
    #[derive(Debug, Clone)]
    pub struct McpStatus<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> McpStatus<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<
                ::indexmap::IndexMap<::std::string::String, ::opencode_types::McpStatus>,
            >,
            crate::Error,
        > {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/mcp", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "mcp_status").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `mcp.add` takes.
    #[derive(Debug, Clone)]
    pub struct McpAdd<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::McpAddBody, String>,
    }
    impl<'a> McpAdd<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// The body; it must be set.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::McpAddBody>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: McpAddBody` for body failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<
                ::indexmap::IndexMap<::std::string::String, ::opencode_types::McpStatus>,
            >,
            crate::Error,
        > {
            let Self { client, directory, body } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!("{}/mcp", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "mcp_add").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `mcp.auth.start` takes.
    #[derive(Debug, Clone)]
    pub struct McpAuthStart<'a> {
        client: &'a super::Client,
        name: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> McpAuthStart<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                name: Err("name was not initialized".to_string()),
                directory: Ok(None),
            }
        }
        /// The parameter `name` of the path; it must be set.
        pub(crate) fn name<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.name = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for name failed"
                        .to_string()
                });
            self
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::opencode_types::McpAuthStartResponse>,
            crate::Error,
        > {
            let Self { client, name, directory } = self;
            let name = name.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/mcp/{}/auth", client.baseurl, encode_path(& name.to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "mcp_auth_start").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `mcp.auth.remove` takes.
    #[derive(Debug, Clone)]
    pub struct McpAuthRemove<'a> {
        client: &'a super::Client,
        name: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> McpAuthRemove<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                name: Err("name was not initialized".to_string()),
                directory: Ok(None),
            }
        }
        /// The parameter `name` of the path; it must be set.
        pub(crate) fn name<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.name = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for name failed"
                        .to_string()
                });
            self
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::opencode_types::McpAuthRemoveResponse>,
            crate::Error,
        > {
            let Self { client, name, directory } = self;
            let name = name.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/mcp/{}/auth", client.baseurl, encode_path(& name.to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .delete(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "mcp_auth_remove").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `mcp.auth.callback` takes.
    #[derive(Debug, Clone)]
    pub struct McpAuthCallback<'a> {
        client: &'a super::Client,
        name: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::McpAuthCallbackBody, String>,
    }
    impl<'a> McpAuthCallback<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                name: Err("name was not initialized".to_string()),
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        /// The parameter `name` of the path; it must be set.
        pub(crate) fn name<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.name = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for name failed"
                        .to_string()
                });
            self
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// The body; it must be set.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::McpAuthCallbackBody>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: McpAuthCallbackBody` for body failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<ResponseValue<::opencode_types::McpStatus>, crate::Error> {
            let Self { client, name, directory, body } = self;
            let name = name.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/mcp/{}/auth/callback", client.baseurl, encode_path(& name
                .to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "mcp_auth_callback").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `mcp.auth.authenticate` takes.
    #[derive(Debug, Clone)]
    pub struct McpAuthAuthenticate<'a> {
        client: &'a super::Client,
        name: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> McpAuthAuthenticate<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                name: Err("name was not initialized".to_string()),
                directory: Ok(None),
            }
        }
        /// The parameter `name` of the path; it must be set.
        pub(crate) fn name<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.name = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for name failed"
                        .to_string()
                });
            self
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<ResponseValue<::opencode_types::McpStatus>, crate::Error> {
            let Self { client, name, directory } = self;
            let name = name.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/mcp/{}/auth/authenticate", client.baseurl, encode_path(& name
                .to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "mcp_auth_authenticate").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `mcp.connect` takes.
    #[derive(Debug, Clone)]
    pub struct McpConnect<'a> {
        client: &'a super::Client,
        name: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> McpConnect<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                name: Err("name was not initialized".to_string()),
                directory: Ok(None),
            }
        }
        /// The parameter `name` of the path; it must be set.
        pub(crate) fn name<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.name = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for name failed"
                        .to_string()
                });
            self
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, name, directory } = self;
            let name = name.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/mcp/{}/connect", client.baseurl, encode_path(& name.to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "mcp_connect").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `mcp.disconnect` takes.
    #[derive(Debug, Clone)]
    pub struct McpDisconnect<'a> {
        client: &'a super::Client,
        name: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> McpDisconnect<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                name: Err("name was not initialized".to_string()),
                directory: Ok(None),
            }
        }
        /// The parameter `name` of the path; it must be set.
        pub(crate) fn name<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.name = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for name failed"
                        .to_string()
                });
            self
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, name, directory } = self;
            let name = name.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/mcp/{}/disconnect", client.baseurl, encode_path(& name.to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "mcp_disconnect").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `tui.appendPrompt` takes.
    #[derive(Debug, Clone)]
    pub struct TuiAppendPrompt<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::TuiAppendPromptBody, String>,
    }
    impl<'a> TuiAppendPrompt<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// The body; it must be set.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::TuiAppendPromptBody>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: TuiAppendPromptBody` for body failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, directory, body } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!("{}/tui/append-prompt", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "tui_append_prompt").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `tui.openHelp` takes.
    #[derive(Debug, Clone)]
    pub struct TuiOpenHelp<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> TuiOpenHelp<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/tui/open-help", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "tui_open_help").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `tui.openSessions` takes.
    #[derive(Debug, Clone)]
    pub struct TuiOpenSessions<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> TuiOpenSessions<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/tui/open-sessions", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "tui_open_sessions").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `tui.openThemes` takes.
    #[derive(Debug, Clone)]
    pub struct TuiOpenThemes<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> TuiOpenThemes<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/tui/open-themes", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "tui_open_themes").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `tui.openModels` takes.
    #[derive(Debug, Clone)]
    pub struct TuiOpenModels<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> TuiOpenModels<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/tui/open-models", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "tui_open_models").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `tui.submitPrompt` takes.
    #[derive(Debug, Clone)]
    pub struct TuiSubmitPrompt<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> TuiSubmitPrompt<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/tui/submit-prompt", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "tui_submit_prompt").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `tui.clearPrompt` takes.
    #[derive(Debug, Clone)]
    pub struct TuiClearPrompt<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> TuiClearPrompt<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/tui/clear-prompt", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "tui_clear_prompt").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `tui.executeCommand` takes.
    #[derive(Debug, Clone)]
    pub struct TuiExecuteCommand<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::TuiExecuteCommandBody, String>,
    }
    impl<'a> TuiExecuteCommand<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// The body; it must be set.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::TuiExecuteCommandBody>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: TuiExecuteCommandBody` for body failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, directory, body } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!("{}/tui/execute-command", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "tui_execute_command").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `tui.showToast` takes.
    #[derive(Debug, Clone)]
    pub struct TuiShowToast<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::TuiShowToastBody, String>,
    }
    impl<'a> TuiShowToast<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// The body; it must be set.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::TuiShowToastBody>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: TuiShowToastBody` for body failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, directory, body } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!("{}/tui/show-toast", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "tui_show_toast").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `tui.publish` takes.
    #[derive(Debug, Clone)]
    pub struct TuiPublish<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::TuiPublishBody, String>,
    }
    impl<'a> TuiPublish<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// The body; it must be set.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::TuiPublishBody>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: TuiPublishBody` for body failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, directory, body } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!("{}/tui/publish", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "tui_publish").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `tui.selectSession` takes.
    #[derive(Debug, Clone)]
    pub struct TuiSelectSession<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::TuiSelectSessionBody, String>,
    }
    impl<'a> TuiSelectSession<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// The body; it must be set.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::TuiSelectSessionBody>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: TuiSelectSessionBody` for body failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, directory, body } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!("{}/tui/select-session", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "tui_select_session").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `tui.control.next` takes.
    #[derive(Debug, Clone)]
    pub struct TuiControlNext<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> TuiControlNext<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::opencode_types::TuiControlNextResponse>,
            crate::Error,
        > {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/tui/control/next", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "tui_control_next").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `tui.control.response` takes.
    #[derive(Debug, Clone)]
    pub struct TuiControlResponse<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::serde_json::Value, String>,
    }
    impl<'a> TuiControlResponse<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// The body; it must be set.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::serde_json::Value>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: serde_json :: Value` for body failed".to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, directory, body } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!("{}/tui/control/response", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "tui_control_response").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `instance.dispose` takes.
    #[derive(Debug, Clone)]
    pub struct InstanceDispose<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> InstanceDispose<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/instance/dispose", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "instance_dispose").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `path.get` takes.
    #[derive(Debug, Clone)]
    pub struct PathGet<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> PathGet<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<ResponseValue<::opencode_types::Path>, crate::Error> {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/path", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "path_get").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `vcs.get` takes.
    #[derive(Debug, Clone)]
    pub struct VcsGet<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> VcsGet<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<ResponseValue<::opencode_types::VcsInfo>, crate::Error> {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/vcs", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "vcs_get").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `command.list` takes.
    #[derive(Debug, Clone)]
    pub struct CommandList<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> CommandList<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::std::vec::Vec<::opencode_types::Command>>,
            crate::Error,
        > {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/command", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "command_list").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `app.log` takes.
    #[derive(Debug, Clone)]
    pub struct AppLog<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::AppLogBody, String>,
    }
    impl<'a> AppLog<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// The body; it must be set.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::AppLogBody>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: AppLogBody` for body failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, directory, body } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!("{}/log", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "app_log").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `app.agents` takes.
    #[derive(Debug, Clone)]
    pub struct AppAgents<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> AppAgents<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::std::vec::Vec<::opencode_types::Agent>>,
            crate::Error,
        > {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/agent", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "app_agents").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `app.skills` takes.
    #[derive(Debug, Clone)]
    pub struct AppSkills<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> AppSkills<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::std::vec::Vec<::opencode_types::AppSkillsResponseItem>>,
            crate::Error,
        > {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/skill", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "app_skills").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `lsp.status` takes.
    #[derive(Debug, Clone)]
    pub struct LspStatus<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> LspStatus<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::std::vec::Vec<::opencode_types::LspStatus>>,
            crate::Error,
        > {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/lsp", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "lsp_status").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `formatter.status` takes.
    #[derive(Debug, Clone)]
    pub struct FormatterStatus<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> FormatterStatus<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::std::vec::Vec<::opencode_types::FormatterStatus>>,
            crate::Error,
        > {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/formatter", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "formatter_status").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /// What the operation `event.subscribe` takes.
    #[derive(Debug, Clone)]
    pub struct EventSubscribe<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> EventSubscribe<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        /// The parameter `directory` of the query.
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        /// Sends the request and waits for its answer.
        ///
        /// # Errors
        /// [`Error`](crate::Error)
        pub async fn send(self) -> Result<ResponseValue<ByteStream>, crate::Error> {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/event", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "event_subscribe").await?;
            match response.status().as_u16() {
                200u16 => Ok(ResponseValue::stream(response)),
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
}
/// Items consumers will typically use such as the Client.
pub mod prelude {
    pub use self::super::Client;
}
